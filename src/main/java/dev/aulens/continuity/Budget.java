package dev.aulens.continuity;

/** How many things may be remembered, so that memory stays bounded whatever a log holds. */
final class Budget {

    private int left;
    private boolean exceeded;

    Budget(int most) {
        this.left = most;
    }

    /** Takes one; false if there is none left. */
    boolean take() {
        if (left == 0) {
            exceeded = true;
            return false;
        }
        left--;
        return true;
    }

    void giveBack() {
        left++;
    }

    /** Tells whether one was wanted that there was not. */
    boolean exceeded() {
        return exceeded;
    }
}
