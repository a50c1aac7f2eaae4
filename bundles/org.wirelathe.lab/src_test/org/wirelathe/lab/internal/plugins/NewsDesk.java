package org.wirelathe.lab.internal.plugins;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.service.log.Logger;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.lab.PluginListener;

/** The news and their log, for tests that wait for what is published. */
final class NewsDesk implements PluginListener {
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    final PluginNews news = new PluginNews((Logger) Proxy.newProxyInstance(Logger.class.getClassLoader(),
            new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                log.add(method.getName() + ' ' + arguments[0]);
                return null;
            }));
    private final BlockingQueue<PluginEvent> events = new LinkedBlockingQueue<>();

    NewsDesk() {
        news.bindListener(this);
    }

    @Override
    public void pluginEvent(PluginEvent event) {
        events.add(event);
    }

    /** The next event, which must come within 10 s. */
    PluginEvent next() throws InterruptedException {
        PluginEvent event = events.poll(10, TimeUnit.SECONDS);
        return event != null ? event : fail("no plug-in event within 10 s; the log says " + log);
    }

    /** All that was published before this call has been told; answers how many events were not asked for. */
    int unread() throws InterruptedException {
        CountDownLatch barrier = new CountDownLatch(1);
        news.later(barrier::countDown);
        if (!barrier.await(10, TimeUnit.SECONDS)) {
            fail("the news are stuck");
        }
        return events.size();
    }
}
