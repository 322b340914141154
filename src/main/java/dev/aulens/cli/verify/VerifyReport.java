package dev.aulens.cli.verify;

import dev.aulens.verify.FindingSink;
import dev.aulens.verify.Verification;

/** Says what a verification has found: findings as they are made, then the rest. */
interface VerifyReport extends FindingSink {

    /** Ends the report. */
    void end(Verification verification);
}
