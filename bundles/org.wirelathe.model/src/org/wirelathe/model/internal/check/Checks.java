package org.wirelathe.model.internal.check;

import java.util.List;
import org.wirelathe.model.Event;

/** All checks beyond the shape of the tables. */
public final class Checks {
    private static final List<Check> ALL =
            List.of(
                    new NoNodes(),
                    new NoInterface(),
                    new DuplicateAddress(),
                    new DuplicateMac(),
                    new RingSize(),
                    new NetworkTwiceOnNode(),
                    new UnknownLinkEnd(),
                    new CableToItself(),
                    new InterfaceWithTwoCables(),
                    new InterfaceWithoutCable(),
                    new CableAcrossNetworks(),
                    new NetworkOnTwoCables(),
                    new SwitchedNetworks(),
                    new VlanOnPort(),
                    new MtuMismatch(),
                    new SmallMtu(),
                    new PassageInterfaces(),
                    new GatewayOffLink(),
                    new RouteOffLink(),
                    new UnknownAlgorithm(),
                    new UnknownQueue(),
                    new UnknownDriver(),
                    new DriverFile(),
                    new UnknownApp(),
                    new UnknownAppNode(),
                    new AppAfterEnd(),
                    new AppBeforeAddresses(),
                    new PortTaken(),
                    new UnknownDestination(),
                    new NobodyListens(),
                    new MissingFile(),
                    new OutputTaken(),
                    new EventAfterEnd(),
                    new UnknownSwapNode(),
                    new UnknownEventLink(),
                    new UnknownEventInterface(),
                    new UnknownCapture(),
                    new CaptureTwice(),
                    new CaptureFilter(),
                    new UnknownViewNode(),
                    new NoWay());

    private Checks() {}

    /**
     * Runs every check.
     *
     * @return the events with their cables; complete when nothing was reported as an error
     */
    public static List<Event> run(Context context) {
        ALL.forEach(check -> check.check(context));
        return context.draft().events().stream()
                .flatMap(e -> EventLinks.event(context.draft(), e).stream())
                .toList();
    }
}
