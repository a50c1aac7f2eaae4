package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.Timer;

class VirtualLoopTest {
    private final EventLoop loop = new EventLoops().virtual();
    private final List<String> log = new ArrayList<>();

    private Timer timer(String name) {
        return loop.timer(() -> log.add(name + "@" + loop.now()));
    }

    @Test
    void firesInTheOrderOfDeadlines() {
        timer("c").armAt(30);
        timer("a").armAt(10);
        timer("b").armAt(20);
        assertEquals(10, loop.nextDeadline());
        assertTrue(loop.runUntil(25));
        assertEquals(List.of("a@10", "b@20"), log);
        assertEquals(25, loop.now());
        assertEquals(2, loop.events());
        assertTrue(loop.runUntil(30));
        assertEquals(List.of("a@10", "b@20", "c@30"), log);
        assertEquals(Long.MAX_VALUE, loop.nextDeadline());
    }

    @Test
    void equalDeadlinesFireInArmingOrder() {
        for (int i = 0; i < 5000; i++) {
            timer("" + i).armAt(7);
        }
        loop.runUntil(7);
        for (int i = 0; i < 5000; i++) {
            assertEquals(i + "@7", log.get(i));
        }
    }

    @Test
    void explicitOrderTakesItsPlaceAmongEquals() {
        long early = loop.nextOrder();
        timer("second").armAt(5);
        timer("third").armAt(5);
        timer("first").armAt(5, early);
        loop.runUntil(5);
        assertEquals(List.of("first@5", "second@5", "third@5"), log);
    }

    @Test
    void rearmLaterEarlierAndEqual() {
        Timer later = timer("later");
        Timer earlier = timer("earlier");
        Timer equal = timer("equal");
        Timer fixed = timer("fixed");
        later.armAt(10);
        earlier.armAt(90);
        equal.armAt(50);
        fixed.armAt(50);
        later.armAt(60);
        earlier.armAt(40);
        equal.armAt(50); // now behind fixed
        assertEquals(60, later.deadline());
        assertEquals(40, loop.nextDeadline());
        loop.runUntil(100);
        assertEquals(List.of("earlier@40", "fixed@50", "equal@50", "later@60"), log);
        assertEquals(4, loop.events(), "entries left behind are no events");
    }

    @Test
    void cancelledTimerIsSilentAndMayBeArmedAgain() {
        Timer a = timer("a");
        a.armAt(10);
        a.cancel();
        assertFalse(a.isArmed());
        assertEquals(Long.MAX_VALUE, loop.nextDeadline());
        a.armAt(20);
        a.cancel();
        a.armAt(5);
        a.cancel();
        a.armAt(30);
        loop.runUntil(100);
        assertEquals(List.of("a@30"), log);
    }

    @Test
    void cancelAndArmInsideCallbacks() {
        Timer victim = timer("victim");
        Timer now = timer("now");
        Timer last = timer("last");
        Timer[] self = new Timer[1];
        self[0] = loop.timer(() -> {
            log.add("self@" + loop.now());
            assertFalse(self[0].isArmed());
            victim.cancel();
            now.armAt(loop.now());
            if (loop.now() < 12) {
                self[0].armAt(loop.now() + 1);
            }
        });
        self[0].armAt(10);
        victim.armAt(10);
        last.armAt(10);
        loop.runUntil(100);
        assertEquals(List.of("self@10", "last@10", "now@10", "self@11", "now@11", "self@12", "now@12"), log);
    }

    @Test
    void deadlineInThePastFiresNow() {
        loop.runUntil(100);
        timer("a").armAt(50);
        assertEquals(100, loop.nextDeadline());
        loop.runUntil(100);
        assertEquals(List.of("a@100"), log);
        loop.runUntil(20);
        assertEquals(100, loop.now(), "the clock never goes back");
    }

    @Test
    void stopReturnsAfterTheEventThatCalledIt() {
        timer("a").armAt(10);
        loop.timer(loop::stop).armAt(20);
        timer("b").armAt(20);
        assertFalse(loop.runUntil(100));
        assertEquals(20, loop.now());
        assertEquals(List.of("a@10"), log);
        assertTrue(loop.runUntil(100));
        assertEquals(List.of("a@10", "b@20"), log);
    }

    @Test
    void stopBetweenRunsIsNotLost() {
        timer("a").armAt(10);
        loop.stop();
        assertFalse(loop.runUntil(100));
        assertEquals(0, loop.now());
        assertTrue(loop.runUntil(100));
        assertEquals(List.of("a@10"), log);
    }

    @Test
    void stepRunsOneEvent() {
        Timer stale = timer("stale");
        stale.armAt(1);
        stale.cancel();
        timer("a").armAt(10);
        timer("b").armAt(10);
        loop.post(() -> log.add("task@" + loop.now()));
        assertEquals(0, loop.nextDeadline());
        assertTrue(loop.step());
        assertEquals(List.of("task@0"), log);
        assertTrue(loop.step());
        assertTrue(loop.step());
        assertFalse(loop.step());
        assertEquals(List.of("task@0", "a@10", "b@10"), log);
        assertEquals(3, loop.events());
        assertEquals(10, loop.now());
    }

    @Test
    void postedTaskRunsBeforeTheNextEvent() {
        loop.timer(() -> {
            log.add("a@" + loop.now());
            loop.post(() -> log.add("task@" + loop.now()));
        }).armAt(10);
        timer("b").armAt(10);
        loop.runUntil(10);
        assertEquals(List.of("a@10", "task@10", "b@10"), log);
    }

    @Test
    void tasksPostedFromAnotherThreadAllRunInOrder() throws InterruptedException {
        Thread other = new Thread(() -> {
            for (int i = 0; i < 10_000; i++) {
                int n = i;
                loop.post(() -> log.add("" + n));
            }
        });
        Timer[] tick = new Timer[1];
        tick[0] = loop.timer(() -> tick[0].armAt(loop.now() + 1));
        tick[0].armAt(0);
        other.start();
        while (other.isAlive()) {
            loop.runUntil(loop.now() + 1000);
        }
        other.join();
        loop.runUntil(loop.now() + 1);
        assertEquals(10_000, log.size());
        for (int i = 0; i < 10_000; i++) {
            assertEquals("" + i, log.get(i));
        }
    }

    @Test // each thread's tasks in its order, all in the loop's thread, none lost, however the loop is driven
    void tasksPostedFromSeveralThreads() throws InterruptedException {
        int[] next = new int[3];
        int[] wrong = new int[1];
        Thread here = Thread.currentThread();
        Thread[] others = new Thread[next.length];
        for (int t = 0; t < others.length; t++) {
            int name = t;
            others[t] = new Thread(() -> {
                for (int i = 0; i < 5000; i++) {
                    int n = i;
                    loop.post(() -> wrong[0] += next[name]++ == n && Thread.currentThread() == here ? 0 : 1);
                }
            });
        }
        Timer[] tick = new Timer[1];
        tick[0] = loop.timer(() -> tick[0].armAt(loop.now() + 1));
        tick[0].armAt(0);
        for (Thread other : others) {
            other.start();
        }
        for (Thread other : others) {
            while (other.isAlive()) {
                loop.runUntil(loop.now() + 100);
                loop.step();
            }
            other.join();
        }
        while (loop.nextDeadline() <= loop.now()) {
            loop.step();
        }
        assertEquals(List.of(5000, 5000, 5000), List.of(next[0], next[1], next[2]));
        assertEquals(0, wrong[0]);
    }

    @Test
    void taskPostedToALoopWithNothingToDoRunsAtTheTimeItHas() {
        loop.runUntil(50);
        loop.post(() -> timer("a").armAt(loop.now() + 7));
        assertTrue(loop.runUntil(100));
        assertEquals(List.of("a@57"), log);
        assertEquals(2, loop.events());
    }

    @Test
    void stopFromATaskLeavesTheOtherTasksForLater() {
        loop.post(loop::stop);
        loop.post(() -> log.add("task"));
        assertFalse(loop.runUntil(10));
        assertEquals(List.of(), log);
        assertTrue(loop.runUntil(10));
        assertEquals(List.of("task"), log);
    }

    @Test
    void callbackThatThrowsLeavesTheLoopInOrder() {
        loop.timer(() -> {
            throw new IllegalStateException("defect");
        }).armAt(10);
        timer("b").armAt(10);
        try {
            loop.runUntil(20);
            log.add("no exception");
        } catch (IllegalStateException e) {
            log.add(e.getMessage());
        }
        loop.runUntil(20);
        assertEquals(List.of("defect", "b@10"), log);
    }
}
