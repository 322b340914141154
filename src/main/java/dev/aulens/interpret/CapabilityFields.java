package dev.aulens.interpret;

import java.util.List;

/** The fields that hold a set of capabilities, as the audit user space names them. */
final class CapabilityFields {

    static final List<String> NAMES = List.of(
            "cap_pi", "cap_pe", "cap_pp", "cap_pa", "cap_fi", "cap_fp", "fp", "fi", "old_pp", "old_pi", "old_pe",
            "old_pa", "new_pp", "new_pi", "new_pe", "pp", "pi", "pe", "pa");

    private CapabilityFields() {}
}
