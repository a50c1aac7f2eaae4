package org.wirelathe.lab.internal.build;

import org.wirelathe.api.app.AppProcess;
import org.wirelathe.model.App;

/** An application on its node. */
public record BuiltApp(App model, AppProcess process) {
}
