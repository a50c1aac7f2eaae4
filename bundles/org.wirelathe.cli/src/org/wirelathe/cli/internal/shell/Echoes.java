package org.wirelathe.cli.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.wire.IpAddress;

/** Echo requests of one node, and what became of them; the run goes on while they are waited for. */
final class Echoes implements AutoCloseable {
    private final ShellLab lab;
    private final LabRun run;
    private final String from;
    private final int identifier;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    /** The one whose answer has the run stand still; used by both threads. */
    private volatile int awaited = -1;

    /**
     * An answer.
     *
     * @param sequence to which request
     * @param time when it came, ns
     * @param source who sent it
     * @param size bytes of data; 0 with an error
     * @param hopLimit with which it arrived; 0 with an error
     * @param error what went wrong; empty for a reply
     */
    record Answer(int sequence, long time, IpAddress source, int size, int hopLimit, Optional<NetworkError> error) {
    }

    /**
     * A request.
     *
     * @param time when it was sent, ns
     * @param how how far it came on its own node
     */
    record Request(int sequence, long time, Sent how) {
    }

    /** @param command what was typed, for the journal */
    Echoes(ShellLab lab, String from, String command) throws UsageException {
        this.lab = lab;
        this.from = from;
        run = lab.alive();
        identifier = lab.ask(from, access -> free(access.network()));
        lab.change(from, command, access -> {
            var clock = access.context().scheduler();
            access.network().echoListener(identifier, new EchoListener() {
                @Override
                public void replied(IpAddress source, int sequence, int size, int hopLimit) {
                    answered(new Answer(sequence, clock.now(), source, size, hopLimit, Optional.empty()));
                }

                @Override
                public void failed(int sequence, NetworkError error) {
                    answered(new Answer(sequence, clock.now(), error.reporter(), 0, 0, Optional.of(error)));
                }
            });
        });
    }

    /** The first identifier that no ping of the node has, and none of this run's shell had. */
    private int free(Network network) {
        int free = lab.nextIdentifier();
        while (network.hasEchoListener(free)) {
            free = lab.nextIdentifier();
        }
        return free;
    }

    /** On the run's thread. */
    private void answered(Answer answer) {
        answers.add(answer);
        if (answer.sequence() == awaited) {
            run.pause();
        }
    }

    Request send(IpAddress to, int sequence, int size, SendOptions options) throws UsageException {
        return lab.ask(from, access -> new Request(sequence, access.context().scheduler().now(),
                access.network().echo(to, identifier, sequence, size, options)));
    }

    /** Lets the run go on to that time; false when something else had it stand still before. */
    boolean goTo(long time) throws UsageException, InterruptedException {
        return lab.go(to -> to.runUntil(time)).time() >= time;
    }

    /** Lets the run go on until a request is answered, at most to that time; false when something else came before. */
    boolean await(Request request, long time) throws UsageException, InterruptedException {
        awaited = request.sequence();
        try {
            return isAnswered(request) || goTo(time) || isAnswered(request);
        } finally {
            awaited = -1;
        }
    }

    boolean isAnswered(Request request) {
        return answers.stream().anyMatch(answer -> answer.sequence() == request.sequence());
    }

    /** The answers to a request, in the order in which they came. */
    List<Answer> answersTo(Request request) {
        return answers.stream().filter(answer -> answer.sequence() == request.sequence()).toList();
    }

    /** All answers, in the order in which they came. */
    List<Answer> answers() {
        return answers;
    }

    @Override
    public void close() throws UsageException {
        lab.ask(from, access -> {
            access.network().echoListener(identifier, null);
            return null;
        });
    }
}
