package org.wirelathe.sim;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.EventLoopFactory;

/** Makes the loops of runs. */
@Component
public final class EventLoops implements EventLoopFactory {
    @Override
    public EventLoop virtual() {
        return new VirtualLoop(new AdaptiveQueue());
    }
}
