package org.wirelathe.lab.internal.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.Setting;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.ValueType;

/** What can be set on queues, in the lab file's terms. */
final class QueueParameters {
    private QueueParameters() {
    }

    /** @param disciplines the best first */
    static Map<String, List<AppSchema.Parameter>> of(List<QueueDiscipline> disciplines) {
        Map<String, List<AppSchema.Parameter>> all = new HashMap<>();
        for (QueueDiscipline discipline : disciplines) {
            all.putIfAbsent(discipline.name(), discipline.settings().stream().map(QueueParameters::parameter).toList());
        }
        return all;
    }

    private static AppSchema.Parameter parameter(Setting setting) {
        ValueType type = switch (setting.kind()) {
            case TIME -> ValueType.TIME;
            case RATE -> ValueType.RATE;
            case SIZE -> ValueType.SIZE;
            case PACKETS -> ValueType.PACKETS;
            case SHARE -> ValueType.SHARE;
            case NUMBER -> ValueType.INTEGER;
            case SWITCH -> ValueType.FLAG;
        };
        return AppSchema.Parameter.optional(setting.name(), type, standard(setting), setting.help())
                .within(setting.least(), setting.most());
    }

    private static String standard(Setting setting) {
        long value = setting.standard();
        return switch (setting.kind()) {
            case TIME -> Quantity.TIME.format(value);
            case RATE -> Quantity.RATE.format(value);
            case SIZE -> Quantity.SIZE.format(value);
            case PACKETS -> Quantity.PACKETS.format(value);
            case SHARE -> Quantity.SHARE.format(value);
            case NUMBER -> Long.toString(value);
            case SWITCH -> Boolean.toString(value != 0);
        };
    }
}
