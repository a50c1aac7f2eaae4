package org.wirelathe.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.lab.PluginEvent.Kind;

class PluginNoticesTest {
    @Test
    void onlyWhatDoesNotWorkIsSaid() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PluginNotices notices = new PluginNotices(new Stage(stream(out), stream(err), Path.of("")));
        notices.pluginEventsBefore(List.of(new PluginEvent(Kind.INSTALLED, "a.jar", "a.jar brings it."),
                new PluginEvent(Kind.REFUSED, "b.jar", "b.jar is not used.")));
        notices.pluginEvent(new PluginEvent(Kind.RETIRED, "odd", "odd is retired."));
        assertEquals("wirelathe: b.jar is not used.\nwirelathe: odd is retired.\n",
                err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
