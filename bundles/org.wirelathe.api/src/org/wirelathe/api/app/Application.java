package org.wirelathe.api.app;

import java.util.List;

/** Service: a program that hosts can run. */
public interface Application {
    /** Name in lab files, e.g. {@code send}. */
    String name();

    /** What it takes, for checking lab files and for the property sheet. */
    List<Parameter> parameters();

    /**
     * Makes one instance.
     *
     * @throws ParameterException when the parameters do not fit together
     */
    AppProcess create(AppContext context, Parameters parameters) throws ParameterException;
}
