package org.wirelathe.lab.internal.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.Setting;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.ValueType;

/** What can be set on queues and drivers, in the lab file's terms. */
final class SettingParameters {
    private static final AppSchema.Parameter FILE =
            AppSchema.Parameter.required("file", ValueType.FILE, "The file that it works from.");

    private SettingParameters() {
    }

    /** @param disciplines the best first */
    static Map<String, List<AppSchema.Parameter>> ofQueues(List<QueueDiscipline> disciplines) {
        Map<String, List<AppSchema.Parameter>> all = new HashMap<>();
        for (QueueDiscipline discipline : disciplines) {
            all.putIfAbsent(discipline.name(), parameters(discipline.settings()));
        }
        return all;
    }

    /** @param drivers the best first */
    static Map<String, List<AppSchema.Parameter>> ofDrivers(List<NicDriver> drivers) {
        Map<String, List<AppSchema.Parameter>> all = new HashMap<>();
        for (NicDriver driver : drivers) {
            List<AppSchema.Parameter> parameters = new ArrayList<>();
            if (driver.wantsFile()) {
                parameters.add(FILE);
            }
            parameters.addAll(parameters(driver.settings()));
            all.putIfAbsent(driver.name(), List.copyOf(parameters));
        }
        return all;
    }

    private static List<AppSchema.Parameter> parameters(List<Setting> settings) {
        return settings.stream().map(SettingParameters::parameter).toList();
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
