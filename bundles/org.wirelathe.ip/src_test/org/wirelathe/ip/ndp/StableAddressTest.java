package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpPrefix;

/** RFC 7217 §5. */
class StableAddressTest {
    private static final IpPrefix PREFIX = IpPrefix.parse("2001:db8::/64");

    private static StableAddress of(long seed, String device) {
        return new StableAddress(new RandomStream(seed, "alice/ndp.secret"), device);
    }

    @Test
    void rfc7217_5_eachPartOfTheInputCounts() {
        var address = of(1, "eth0").in(PREFIX, 0);
        assertEquals(address, of(1, "eth0").in(PREFIX, 0));
        assertEquals(PREFIX.network().high(), address.high());
        assertNotEquals(address, of(2, "eth0").in(PREFIX, 0));
        assertNotEquals(address, of(1, "eth1").in(PREFIX, 0));
        assertNotEquals(address, of(1, "eth0").in(PREFIX, 1));
        assertNotEquals(address.low(), of(1, "eth0").in(IpPrefix.parse("2001:db8:0:1::/64"), 0).low());
    }

    @Test
    void noTwoOfManyAreEqual() {
        StableAddress stable = of(1, "eth0");
        Set<Long> identifiers = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            identifiers.add(stable.in(PREFIX, i).low());
        }
        assertEquals(10_000, identifiers.size());
    }

    /** RFC 5453 §3 and RFC 4291 §2.6.1: subnet-router anycast, the block of IANA, subnet anycast. */
    @ParameterizedTest
    @CsvSource({"0000000000000000, true", "0000000000000001, false", "02005efffe000000, true",
        "02005efffeffffff, true", "02005effff000000, false", "02005efffdffffff, false", "fdffffffffffff7f, false",
        "fdffffffffffff80, true", "fdffffffffffffff, true", "fe00000000000000, false"})
    void rfc5453_3_reservedIdentifiers(String identifier, boolean reserved) {
        assertEquals(reserved, StableAddress.isReserved(Long.parseUnsignedLong(identifier, 16)));
    }
}
