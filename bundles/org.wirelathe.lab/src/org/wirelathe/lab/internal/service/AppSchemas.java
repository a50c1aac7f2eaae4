package org.wirelathe.lab.internal.service;

import java.util.List;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.ValueType;

/** What lab files may say to an application, in the model's words. */
final class AppSchemas {
    private AppSchemas() {
    }

    /** Of an application that comes with the lab the model knows more: ranges, and what excludes what. */
    static AppSchema of(Application application) {
        AppSchema known = AppSchema.BUILT_IN.get(application.name());
        return known != null ? known
                : new AppSchema(application.parameters().stream().map(AppSchemas::parameter).toList(), List.of());
    }

    private static AppSchema.Parameter parameter(Parameter parameter) {
        ValueType type = switch (parameter.type()) {
            case TEXT -> ValueType.TEXT;
            case NUMBER -> ValueType.INTEGER;
            case SIZE -> ValueType.SIZE;
            case DURATION -> ValueType.TIME;
            case RATE -> ValueType.RATE;
            case FLAG -> ValueType.FLAG;
            case PORT -> ValueType.PORT;
            case HOST -> ValueType.HOST;
            case ENDPOINT -> ValueType.ENDPOINT;
            case INPUT_FILE -> ValueType.FILE;
            case OUTPUT_FILE -> ValueType.OUTPUT;
        };
        return parameter.required() ? AppSchema.Parameter.required(parameter.name(), type, parameter.help())
                : AppSchema.Parameter.optional(parameter.name(), type, "", parameter.help());
    }
}
