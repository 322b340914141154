package dev.aulens.query.kql;

import dev.aulens.query.time.DateMath;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds, and which values Elasticsearch takes for it; for others it answers with an error (tried with
 * 8.19).
 */
public enum FieldType {
    /** Texts that are one value each. */
    KEYWORD {
        @Override
        @Nullable
        String objection(KqlLiteral value, boolean range) {
            return null;
        }
    },
    /** A text that is taken apart into words. */
    TEXT,
    LONG {
        @Override
        @Nullable
        String objection(KqlLiteral value, boolean range) {
            return isPattern(value, range) || !isWholeNumber(value.text()) ? "holds numbers" : null;
        }
    },
    BOOLEAN {
        @Override
        @Nullable
        String objection(KqlLiteral value, boolean range) {
            boolean known = value.text().equals("true") || value.text().equals("false");
            return isPattern(value, range) || !known ? "holds true or false" : null;
        }
    },
    IP {
        @Override
        @Nullable
        String objection(KqlLiteral value, boolean range) {
            return isPattern(value, range) || !IpText.isIp(value.text(), !range)
                    ? "holds IP addresses; a range of them is written as \"10.0.0.0/8\""
                    : null;
        }
    },
    DATE {
        @Override
        @Nullable
        String objection(KqlLiteral value, boolean range) {
            return isPattern(value, range) || !DateMath.isForServer(value.text())
                    ? "holds times; write 2026-11-22, \"2026-11-22T08:00:00Z\" or now-1d/d"
                    : null;
        }
    },
    /** An object of any names, each of which is like a keyword. */
    FLATTENED,
    /** One of the names in a {@link #FLATTENED} object. */
    FLATTENED_KEY {
        @Override
        @Nullable
        String objection(KqlLiteral value, boolean range) {
            if (range) {
                return "cannot be compared, it is a name inside an object";
            }
            boolean elsewhere = value instanceof KqlLiteral.Wildcard pattern
                    && pattern.parts().subList(0, pattern.parts().size() - 1).size() > 1;
            return elsewhere || (value instanceof KqlLiteral.Wildcard wildcard && wildcard.hasLeadingStar())
                    ? "takes a star at the end only, it is a name inside an object"
                    : wordsObjection(value, false);
        }
    },
    /** Kept, but not for searching. */
    STORED {
        @Override
        @Nullable
        String objection(KqlLiteral value, boolean range) {
            return "is stored only and cannot be searched";
        }
    },
    /** Of a type that is not known here. */
    OTHER;

    /**
     * Returns why a value cannot be asked for, in words that go on after the field's name; null if it can.
     * Types that take any word differ only in patterns.
     *
     * @param range whether it is compared with, where a pattern is a text with stars
     */
    @Nullable
    String objection(KqlLiteral value, boolean range) {
        return wordsObjection(value, range);
    }

    private static boolean isPattern(KqlLiteral value, boolean range) {
        return !range && value instanceof KqlLiteral.Wildcard;
    }

    /** A pattern in words is handed to the syntax of Lucene, which has operators too. */
    private static @Nullable String wordsObjection(KqlLiteral value, boolean range) {
        return isPattern(value, range) && QueryStrings.hasOperator(value.text())
                ? "takes no AND, OR or NOT in a value with a star"
                : null;
    }

    private static final int MOST_DIGITS = 19;

    private static boolean isWholeNumber(String text) {
        boolean plain = !text.isEmpty() && text.length() <= 25;
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0;
        }
        try {
            BigDecimal number = plain ? new BigDecimal(text) : null;
            return number != null
                    && number.precision() - number.scale() <= MOST_DIGITS
                    && number.toBigInteger().bitLength() < Long.SIZE;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
