package dev.aulens.query.options;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Command lines that ausearch refuses, each with its first line on standard error.
 *
 * @param words separated by a blank; {@code ''} is an empty word
 */
record WrongUsage(String words, String message) {

    private static final Set<SearchOption.Group> OF_AULENS =
            EnumSet.of(SearchOption.Group.BEYOND, SearchOption.Group.COUNTS);

    List<String> list() {
        return Stream.of(words.split(" ", -1))
                .map(word -> word.equals("''") ? "" : word)
                .toList();
    }

    /** Returns the command lines that ausearch 3.0.9 refuses in the same words. */
    static Stream<WrongUsage> all() {
        String types = "Valid message types are: ALL USER LOGIN USER_AUTH";
        return Stream.concat(
                Stream.concat(missingValues(), badTimes()),
                Stream.of(
                        new WrongUsage("foo", "foo is an unsupported option"),
                        new WrongUsage("-zz", "-zz is an unsupported option"),
                        new WrongUsage("--key=x", "--key=x is an unsupported option"),
                        new WrongUsage("-w foo", "foo is an unsupported option"),
                        new WrongUsage("-l foo", "foo is an unsupported option"),
                        new WrongUsage("--just-one foo", "foo is an unsupported option"),
                        new WrongUsage("-k a b", "b is an unsupported option"),
                        new WrongUsage("foo -h", "foo is an unsupported option"),
                        new WrongUsage("-i foo", "Argument is NOT required for -i"),
                        new WrongUsage("--interpret foo", "Argument is NOT required for --interpret"),
                        new WrongUsage("-r foo", "Argument is NOT required for --raw"),
                        new WrongUsage("--extra-obj2 foo", "Argument is NOT required for --extra-obj2"),
                        new WrongUsage("--extra-keys", "--extra options requires format to be csv"),
                        new WrongUsage("--extra-labels -i", "--extra options requires format to be csv"),
                        new WrongUsage("--extra-time", "--extra options requires format to be csv"),
                        new WrongUsage("-i -r", "Conflicting output format --raw"),
                        new WrongUsage("-r -r", "Conflicting output format --raw"),
                        new WrongUsage("-r -i", "Conflicting output format -i"),
                        new WrongUsage("--raw --interpret", "Conflicting output format --interpret"),
                        new WrongUsage("--format csv -i", "Conflicting output format -i"),
                        new WrongUsage("-i --format csv", "Multiple output formats, use only 1"),
                        new WrongUsage("--format csv --format default", "Multiple output formats, use only 1"),
                        new WrongUsage("--format foo", "Unknown option (foo)"),
                        new WrongUsage("--escape foo", "Unknown option (foo)"),
                        new WrongUsage("-a x", "Audit event id must be a numeric value, was x"),
                        new WrongUsage("-a ''", "Audit event id must be a numeric value, was "),
                        new WrongUsage("-p abc", "Process id must be a numeric value, was abc"),
                        new WrongUsage("-pp x", "Parent process id must be a numeric value, was x"),
                        new WrongUsage("--session unset", "Session id must be a numeric value, was unset"),
                        new WrongUsage("--arch foo", "Unknown arch foo"),
                        new WrongUsage("--arch ''", "Unknown arch "),
                        new WrongUsage("--arch b64 --arch b32", "Arch is already defined"),
                        new WrongUsage("-sc openat --arch b64", "Arch needs to be defined before the syscall"),
                        new WrongUsage("-sc nosuch", "Syscall nosuch not found"),
                        new WrongUsage("-sc ''", "Syscall  not found"),
                        new WrongUsage("-e EFOO", "Unknown errno, was EFOO"),
                        new WrongUsage("-e -EFOO", "Unknown errno, was -EFOO"),
                        new WrongUsage("-e ''", "Unknown errno, was "),
                        new WrongUsage("-sv foo", "Success must be 'yes' or 'no'."),
                        new WrongUsage("-sv YES", "Success must be 'yes' or 'no'."),
                        new WrongUsage("-ua nosuch", "User ID is non-numeric and unknown (nosuch)"),
                        new WrongUsage("-ui nosuch", "Effective user ID is non-numeric and unknown (nosuch)"),
                        new WrongUsage("-ue nosuch", "User ID is non-numeric and unknown (nosuch)"),
                        new WrongUsage("-ul nosuch", "Login user ID is non-numeric and unknown (nosuch)"),
                        new WrongUsage("-ul unset", "Login user ID is non-numeric and unknown (unset)"),
                        new WrongUsage("-ul -x", "Login user ID is non-numeric and unknown (-x)"),
                        new WrongUsage("-ga nosuch", "Group ID is non-numeric and unknown (nosuch)"),
                        new WrongUsage("-gi nosuch", "Group ID is non-numeric and unknown (nosuch)"),
                        new WrongUsage("-ge nosuch", "Effective group ID is non-numeric and unknown (nosuch)"),
                        new WrongUsage("-m FOO", types),
                        new WrongUsage("-m LOGIN,FOO", types),
                        new WrongUsage("-m ALL,LOGIN", types),
                        new WrongUsage("-m ''", types),
                        new WrongUsage("--eoe-timeout 0", "Illegal value for End of Event Timeout, was 0"),
                        new WrongUsage("--eoe-timeout x", "End of Event Timeout must be a numeric value, was x")));
    }

    /** Every option that takes a value, at the end of the line and before another option. */
    private static Stream<WrongUsage> missingValues() {
        return Stream.of(SearchOption.values())
                .filter(option -> !OF_AULENS.contains(option.group()))
                .filter(option ->
                        option.takes() == SearchOption.Takes.VALUE || option.takes() == SearchOption.Takes.SIGNED_VALUE)
                .flatMap(option -> option.text().names().stream().flatMap(name -> {
                    WrongUsage atEnd = new WrongUsage(name, "Argument is required for " + name);
                    return option.takes() == SearchOption.Takes.VALUE
                            ? Stream.of(atEnd, new WrongUsage(name + " -i", atEnd.message()))
                            : Stream.of(atEnd);
                }));
    }

    private static Stream<WrongUsage> badTimes() {
        return Stream.of(
                new WrongUsage("-ts", "-ts requires either date and/or time"),
                new WrongUsage("--start -i", "--start requires either date and/or time"),
                new WrongUsage("-te", "-te requires either date and/or time"),
                new WrongUsage("-ts foo", "Invalid start date (foo). Month, Day, and Year are required."),
                new WrongUsage("-te checkpoint", "Invalid end date (checkpoint). Month, Day, and Year are required."),
                new WrongUsage("-ts today foo", "Invalid start time (foo). Hour, Minute, and Second are required."),
                new WrongUsage("-ts today 12:12 foo", "foo is an unsupported option"),
                new WrongUsage("-ts 11/14/2023", "Error parsing start date (11/14/2023)"),
                new WrongUsage("-te 1:2:3", "Error parsing end time (1:2:3)"),
                new WrongUsage("-ts 01/01/01", "Error - year is 2001"));
    }

    @Override
    public String toString() {
        return words;
    }
}
