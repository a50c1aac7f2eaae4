package org.wirelathe.lab.internal.plugins;

import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Why a bundle's components give no service, as far as the component runtime knows. */
final class ComponentTrouble {
    private ComponentTrouble() {
    }

    /** One clause about the first component in trouble; {@code null} when none is. */
    static String in(Bundle bundle, ServiceComponentRuntime runtime) {
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                String clause = of(component, configuration);
                if (clause != null) {
                    return clause;
                }
            }
        }
        return null;
    }

    private static String of(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        if (configuration.failure != null) {
            return "its component " + component.implementationClass + " could not be activated: "
                    + firstLine(configuration.failure);
        }
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            return "its component " + component.implementationClass + " waits for a service, reference "
                    + reference.name + (reference.target == null ? "" : " with target " + reference.target);
        }
        return null;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no reason given").strip();
    }
}
