package org.wirelathe.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;

/** The icons of the workbench, drawn for it. */
public final class Icons {
    public static final String LAB = "lab";
    public static final String SELECT = "select";
    public static final String CABLE = "cable";
    public static final String HOST = "host";
    public static final String ROUTER = "router";
    public static final String SWITCH = "switch";
    public static final String RUN = "run";
    public static final String PAUSE = "pause";
    public static final String PAUSE_WHEN = "pause-when";
    public static final String STEP = "step";
    public static final String STOP = "stop";
    public static final String SWAP = "swap";
    public static final String FIT = "fit";
    public static final String ZOOM_IN = "zoom-in";
    public static final String ZOOM_OUT = "zoom-out";
    public static final String ERROR = "error";
    public static final String WARNING = "warning";
    public static final String CLEAR = "clear";
    public static final String LOCK = "lock";

    private Icons() {
    }

    /** Where that icon is. */
    public static ImageDescriptor descriptor(String name) {
        return ImageDescriptor.createFromURL(Icons.class.getResource("/icons/" + name + ".svg"));
    }

    /** That icon; it is shared and never disposed of. */
    public static Image image(String name) {
        String key = "org.wirelathe.ui." + name;
        if (JFaceResources.getImageRegistry().getDescriptor(key) == null) {
            JFaceResources.getImageRegistry().put(key, descriptor(name));
        }
        return JFaceResources.getImage(key);
    }
}
