package org.wirelathe.lab.internal.plugins;

import java.util.Arrays;
import org.wirelathe.api.congestion.Lease;

/** Measures what the hand-shake costs a call: run it by hand, from the tests' class path. */
final class LeaseCost {
    private static final int CALLS = 50_000_000;

    private LeaseCost() {
    }

    /** Prints ns per call, with the hand-shake and without, median of 9 rounds after warm-up. */
    public static void main(String[] arguments) {
        Provider provider = new Provider(new FakeReference(0));
        provider.arrive(new Steady("steady"));
        RunLease lease = new RunLease(provider, null);
        Steady steady = new Steady("steady");
        double[] bare = new double[9];
        double[] leased = new double[9];
        long sum = 0;
        for (int round = -3; round < bare.length; round++) {
            long start = System.nanoTime();
            sum += bare(steady);
            long between = System.nanoTime();
            sum += leased(lease, steady);
            long end = System.nanoTime();
            if (round >= 0) {
                bare[round] = (double) (between - start) / CALLS;
                leased[round] = (double) (end - between) / CALLS;
            }
        }
        Arrays.sort(bare);
        Arrays.sort(leased);
        System.out.printf("call %.2f ns, call between enter and leave %.2f ns (%d)%n", bare[4], leased[4], sum);
    }

    private static long bare(Steady steady) {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += steady.window();
        }
        return sum;
    }

    private static long leased(Lease lease, Steady steady) {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            if (lease.enter()) {
                try {
                    sum += steady.window();
                } finally {
                    lease.leave();
                }
            }
        }
        return sum;
    }
}
