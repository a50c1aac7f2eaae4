package org.wirelathe.ui.topology;

import org.wirelathe.model.NodeType;
import org.wirelathe.ui.topology.tool.ConnectTool;
import org.wirelathe.ui.topology.tool.Desk;
import org.wirelathe.ui.topology.tool.PlaceTool;
import org.wirelathe.ui.topology.tool.SelectTool;
import org.wirelathe.ui.topology.tool.Tool;

/** The tools that a user can take in hand. */
public enum CanvasTool {
    SELECT("Select", "Select and move nodes and cables") {
        @Override
        Tool make(Desk desk) {
            return new SelectTool(desk);
        }
    },
    CABLE("Cable", "Lay a cable: drag from one node to another, or click both") {
        @Override
        Tool make(Desk desk) {
            return new ConnectTool(desk);
        }
    },
    HOST("Host", "Add a host: drag it onto the canvas, or click where it is to stand") {
        @Override
        Tool make(Desk desk) {
            return new PlaceTool(desk, NodeType.HOST);
        }
    },
    ROUTER("Router", "Add a router: drag it onto the canvas, or click where it is to stand") {
        @Override
        Tool make(Desk desk) {
            return new PlaceTool(desk, NodeType.ROUTER);
        }
    },
    SWITCH("Switch", "Add a switch: drag it onto the canvas, or click where it is to stand") {
        @Override
        Tool make(Desk desk) {
            return new PlaceTool(desk, NodeType.SWITCH);
        }
    };

    private final String title;
    private final String description;

    CanvasTool(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** A word for the palette. */
    public String title() {
        return title;
    }

    /** A sentence for a tool tip. */
    public String description() {
        return description;
    }

    /** True for tools that can be dragged onto the canvas. */
    public boolean places() {
        return this == HOST || this == ROUTER || this == SWITCH;
    }

    abstract Tool make(Desk desk);
}
