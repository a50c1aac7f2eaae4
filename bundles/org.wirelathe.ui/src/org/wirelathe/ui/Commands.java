package org.wirelathe.ui;

/** The commands that the menus and keys mean, as {@code plugin.xml} has them. */
public final class Commands {
    public static final String NEW = "org.wirelathe.ui.command.new";
    public static final String OPEN = "org.wirelathe.ui.command.open";
    public static final String RUN = "org.wirelathe.ui.command.run";
    public static final String PAUSE = "org.wirelathe.ui.command.pause";
    public static final String PAUSE_WHEN = "org.wirelathe.ui.command.pauseWhen";
    public static final String STEP = "org.wirelathe.ui.command.step";
    public static final String STEP_FRAME = "org.wirelathe.ui.command.stepFrame";
    public static final String STEP_TIME = "org.wirelathe.ui.command.stepTime";
    public static final String STOP = "org.wirelathe.ui.command.stop";
    public static final String ZOOM_IN = "org.wirelathe.ui.command.zoomIn";
    public static final String ZOOM_OUT = "org.wirelathe.ui.command.zoomOut";
    public static final String ZOOM_FULL = "org.wirelathe.ui.command.zoomFull";
    public static final String ZOOM_FIT = "org.wirelathe.ui.command.zoomFit";
    public static final String ADD_HOST = "org.wirelathe.ui.command.addHost";
    public static final String ADD_ROUTER = "org.wirelathe.ui.command.addRouter";
    public static final String ADD_SWITCH = "org.wirelathe.ui.command.addSwitch";
    public static final String CONNECT = "org.wirelathe.ui.command.connect";

    private Commands() {
    }
}
