package org.wirelathe.lab.internal.plugins;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.lab.PluginListener;

/** Carries plug-in events to the log and to whoever listens, on one thread: a loop that publishes goes on at once. */
@Component(service = PluginNews.class)
public final class PluginNews {
    private static final int REMEMBERED = 64;

    private final Logger log;
    private final List<PluginListener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("wirelathe plug-in news").factory());
    /** Latest events, oldest first; belongs to the thread. */
    private final ArrayDeque<PluginEvent> latest = new ArrayDeque<>();

    /** For the component runtime. */
    @Activate
    public PluginNews(@Reference(service = LoggerFactory.class) Logger log) {
        this.log = log;
    }

    @Deactivate
    void deactivate() {
        thread.shutdown();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListener(PluginListener listener) {
        later(() -> {
            List<PluginEvent> before = List.copyOf(latest);
            tell(() -> listener.pluginEventsBefore(before));
            listeners.add(listener);
        });
    }

    void unbindListener(PluginListener listener) {
        listeners.remove(listener);
        later(() -> listeners.remove(listener));
    }

    /** Publishes an event; from any thread, without waiting. */
    void publish(PluginEvent.Kind kind, String subject, String message) {
        PluginEvent event = new PluginEvent(kind, subject, message);
        later(() -> {
            write(event);
            if (latest.size() == REMEMBERED) {
                latest.removeFirst();
            }
            latest.addLast(event);
            listeners.forEach(listener -> tell(() -> listener.pluginEvent(event)));
        });
    }

    /** A line for the log alone: nothing happened to a plug-in. */
    void note(String line) {
        later(() -> log.info(line));
    }

    /** As {@link #note}, for what somebody has to do something about. */
    void warn(String line) {
        later(() -> log.warn(line));
    }

    private void write(PluginEvent event) {
        switch (event.kind()) {
            case INSTALLED, UPDATED, REMOVED -> log.info(event.message());
            case REFUSED, RETIRED -> log.warn(event.message());
        }
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException thrown) {
            log.warn("A listener for plug-in events threw " + Complaint.of(thrown));
        }
    }

    /**
     * Waits until what was published so far has been told.
     *
     * @param limit for how long at most, ns
     * @return whether that was enough
     */
    boolean awaitTold(long limit) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        later(told::countDown);
        return told.await(limit, TimeUnit.NANOSECONDS);
    }

    /** Executes a task behind the news so far; from any thread, without waiting. */
    void later(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException ended) {
            // The lab is being stopped: there is nobody left to tell.
        }
    }
}
