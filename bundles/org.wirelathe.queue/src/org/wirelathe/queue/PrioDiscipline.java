package org.wirelathe.queue;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.queue.Setting;

/** Linux's prio (tc-prio(8)): as many bands as wanted, and the band of each priority. Each band has the whole limit. */
@Component
public final class PrioDiscipline implements QueueDiscipline {
    private static final int MOST_BANDS = 16;
    private static final Setting BANDS = new Setting("bands", Setting.Kind.NUMBER, 3, 2, MOST_BANDS,
            "How many bands there are; band 0 is served first.");
    private static final List<Setting> BAND_OF = bandOf();
    private static final List<Setting> SETTINGS = settingsInOrder();

    @Override
    public String name() {
        return "prio";
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    /** A band that is not there is the last one. */
    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        int bands = (int) spec.value(BANDS);
        byte[] bandOf = new byte[Priority.COUNT];
        for (int priority = 0; priority < Priority.COUNT; priority++) {
            bandOf[priority] = (byte) Math.min(spec.value(BAND_OF.get(priority)), bands - 1);
        }
        return new BandQueue(node, spec, bands, bandOf);
    }

    private static List<Setting> bandOf() {
        List<Setting> settings = new ArrayList<>();
        for (int priority = 0; priority < Priority.COUNT; priority++) {
            settings.add(new Setting("priomap" + priority, Setting.Kind.NUMBER, Priority.standardBand(priority), 0,
                    MOST_BANDS - 1, "The band of frames with priority " + priority + "."));
        }
        return List.copyOf(settings);
    }

    private static List<Setting> settingsInOrder() {
        List<Setting> settings = new ArrayList<>();
        settings.add(BANDS);
        settings.addAll(BAND_OF);
        return List.copyOf(settings);
    }
}
