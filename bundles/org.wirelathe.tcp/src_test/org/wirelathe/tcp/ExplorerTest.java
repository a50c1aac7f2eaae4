package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/**
 * Random schedules: two TCPs, a few connections, a network that loses, repeats, reorders and corrupts, applications
 * that write, read and close as they please. Every byte arrives once and in order, or both ends learn that it did not;
 * in the end no table holds anything and every packet is back.
 *
 * <p>{@code -Dexplorer.schedules=N} runs N schedules, {@code -Dexplorer.first=S} begins with seed S.
 */
class ExplorerTest {
    private static final IpAddress A = IpAddress.parse("10.0.0.1");
    private static final IpAddress B = IpAddress.parse("10.0.0.2");
    private static final IpAddress A6 = IpAddress.parse("2001:db8::1");
    private static final IpAddress B6 = IpAddress.parse("2001:db8::2");
    private static final int PORT = 7;
    private static final long MOST_EVENTS = 3_000_000;

    @Test
    void manySchedules() {
        long first = Long.getLong("explorer.first", 1);
        long count = Long.getLong("explorer.schedules", 2000);
        for (long seed = first; seed < first + count; seed++) {
            explore(seed, false);
        }
    }

    /** B13: the same with cards that cut and put together. */
    @Test
    void b13ManySchedulesWithOffloads() {
        long first = Long.getLong("explorer.first", 1);
        long count = Long.getLong("explorer.schedules", 500);
        for (long seed = first; seed < first + count; seed++) {
            explore(seed, true);
        }
    }

    /** Seeds that once failed. */
    @ParameterizedTest
    @ValueSource(longs = {1})
    void onceFailed(long seed) {
        explore(seed, false);
    }

    private static void explore(long seed, boolean offloads) {
        VirtualTime time = new VirtualTime(new RandomStream(seed, "start").below(20_000_000_000_000L));
        RandomStream random = new RandomStream(seed, "explorer");
        List<World> worlds = new ArrayList<>();
        FlakyProvider flaky = new FlakyProvider(time, new RandomStream(seed, "flaky"),
                () -> worlds.getFirst().hosts.values().forEach(host -> host.transport.algorithmsChanged()));
        World world = new World(time, seed, flaky::lease);
        worlds.add(world);
        world.delay = random.below(2) == 0 ? random.below(1_000_000) : random.below(200_000_000);
        world.jitter = random.below(2) == 0 ? 0 : 1 + random.below(3 * world.delay + 1);
        world.loss = random.below(2) == 0 ? 0 : random.below(random.below(4) == 0 ? 300 : 50);
        world.duplication = random.below(3) == 0 ? random.below(200) : 0;
        world.corruption = random.below(4) == 0 ? random.below(100) : 0;
        world.refusal = random.below(4) == 0 ? random.below(100) : 0;
        if (random.below(10) == 0) {
            world.cutAt = time.now() + random.below(20_000_000_000L);
        }
        boolean v6 = seed % 2 == 1 && !offloads; // the card of these tests knows IPv4 only
        World.Host a = world.host("a", v6 ? A6 : A, 68 + (int) random.below(1433));
        World.Host b = world.host("b", v6 ? B6 : B, 68 + (int) random.below(1433));
        if (offloads) {
            a.offload();
            b.offload();
        }
        List<Actor> clients = new ArrayList<>();
        List<Actor> servers = new ArrayList<>();
        try {
            b.transport.listen(new Endpoint(IpAddress.ANY, PORT), listener(time, random, servers));
            for (long n = 1 + random.below(3); n > 0; n--) {
                Actor client = new Actor(time, new RandomStream(seed, "client" + n));
                clients.add(client);
                client.began(a.transport.connect(new Endpoint(IpAddress.ANY, 0), new Endpoint(v6 ? B6 : B, PORT), client.config()));
            }
            long events = 0;
            while (time.step()) {
                if (++events > MOST_EVENTS) {
                    fail("still busy after " + events + " events");
                }
            }
            check(world, clients, servers);
            assertEquals(0, flaky.violations, "calls from outside a lease");
        } catch (AssertionError | RuntimeException | TransportException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\nclients " + clients + "\nservers "
                    + servers + "\n" + world.journal, e);
        }
    }

    private static ListenHandler listener(VirtualTime time, RandomStream random, List<Actor> servers) {
        return new ListenHandler() {
            @Override
            public ConnectionConfig configure() {
                return new Actor(time, random).config();
            }

            @Override
            public boolean hasRoom() {
                return random.below(10) > 0;
            }

            @Override
            public void completed(Connection connection, ConnectionConfig config) {
                Actor server = (Actor) config.listener();
                servers.add(server);
                server.began(connection);
            }
        };
    }

    private static void check(World world, List<Actor> clients, List<Actor> servers) {
        for (World.Host host : world.hosts.values()) {
            host.counters.requireBalance();
            if (!host.transport.connections().isEmpty()) {
                fail("left over: " + host.transport.connections().getFirst().report());
            }
        }
        if (world.pool.inUse() != 0) {
            fail(world.pool.inUse() + " packets are not back");
        }
        for (Actor client : clients) {
            Actor server = servers.stream().filter(s -> s.connection.remote().equals(client.connection.local()))
                    .findFirst().orElse(null);
            if (!client.knowsTheEnd() || server != null && !server.knowsTheEnd()) {
                fail("somebody never learned of the end");
            }
            if (server != null) {
                checkStream(client, server);
                checkStream(server, client);
            }
        }
    }

    /** What was read is a prefix of what was written, which the pattern shows; the whole, unless there is an excuse. */
    private static void checkStream(Actor from, Actor to) {
        if (to.read > from.written) {
            fail("more was read than written");
        }
        boolean excused = from.failure != null || to.failure != null || to.released || to.aborted;
        if (to.read < from.written && !excused) {
            fail("lost " + (from.written - to.read) + " bytes without a word");
        }
    }
}
