package org.wirelathe.lab.internal.build;

import java.util.HashMap;
import java.util.Map;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.lab.LabException;
import org.wirelathe.model.Driver;

/** Makes drivers as the lab file describes them; equal ones are made once, and share the content of their file. */
final class DriverMaker {
    private final Parts parts;
    private final AppFiles files;
    private final Map<Driver, NicDriver> made = new HashMap<>();

    DriverMaker(Parts parts, AppFiles files) {
        this.parts = parts;
        this.files = files;
    }

    /**
     * The driver, with its file read.
     *
     * @param at where the lab file has it
     */
    NicDriver make(Driver wanted, Object... at) throws LabException {
        NicDriver driver = made.get(wanted);
        if (driver == null) {
            driver = configured(wanted, parts.named(Kind.DRIVER, wanted.type()), at);
            made.put(wanted, driver);
        }
        return driver;
    }

    private NicDriver configured(Driver wanted, NicDriver driver, Object... at) throws LabException {
        if (driver.wantsFile() && wanted.file().isEmpty()) {
            throw new LabException("the driver " + wanted.type() + " works from a file: write `driver: { type: "
                    + wanted.type() + ", file: flood.pcapng }`", at);
        }
        if (!driver.wantsFile() && wanted.file().isPresent()) {
            throw new LabException("the driver " + wanted.type() + " works from no file: take " + wanted.file().get()
                    + " out, or write `driver: " + Driver.REPLAY + "`", at);
        }
        if (wanted.file().isEmpty() && wanted.settings().isEmpty()) {
            return driver;
        }
        try {
            byte[] content = wanted.file().isPresent() ? files.content(wanted.file().get()) : new byte[0];
            return driver.configured(wanted.settings(), content);
        } catch (ParameterException | IllegalArgumentException e) {
            throw new LabException(e.getMessage(), at);
        }
    }
}
