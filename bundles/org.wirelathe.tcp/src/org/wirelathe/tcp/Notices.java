package org.wirelathe.tcp;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * Connections whose listeners have news that came about inside a call of theirs. They hear it from the loop, at the
 * same time but after that call has returned, in the order in which the news came about.
 */
final class Notices implements Runnable {
    private final Scheduler scheduler;
    private final Timer timer;
    private TcpConnection first;
    private TcpConnection last;

    Notices(Scheduler scheduler) {
        this.scheduler = scheduler;
        this.timer = scheduler.timer(this);
    }

    void add(TcpConnection connection) {
        if (connection.noticed) {
            return;
        }
        connection.noticed = true;
        if (first == null) {
            first = connection;
            timer.armAt(scheduler.now());
        } else {
            last.nextNotice = connection;
        }
        last = connection;
    }

    @Override
    public void run() {
        TcpConnection connection = first;
        first = null;
        last = null;
        while (connection != null) {
            TcpConnection following = connection.nextNotice;
            connection.nextNotice = null;
            connection.noticed = false;
            connection.news.tell();
            connection = following;
        }
    }

    void clear() {
        timer.cancel();
        first = null;
        last = null;
    }
}
