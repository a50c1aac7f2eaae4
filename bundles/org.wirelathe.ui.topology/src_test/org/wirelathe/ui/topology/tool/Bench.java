package org.wirelathe.ui.topology.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.model.edit.LabDocument;
import org.wirelathe.ui.topology.Labs;
import org.wirelathe.ui.topology.scene.Scene;

/** A desk without widgets: a real document under the tools, and gestures in one line. */
final class Bench implements Desk {
    final LabDocument document;
    final List<String> labels = new ArrayList<>();
    final Selection selection = new Selection(() -> { });
    Scene scene;
    Feedback feedback = Feedback.NONE;
    double panX;
    double panY;
    int done;
    Tool tool = new SelectTool(this);
    boolean extend;
    boolean free;

    Bench(String text) {
        document = Labs.document(text);
        scene = new Scene(document.lab().orElseThrow());
    }

    Pointer at(double x, double y) {
        return new Pointer(x, y, x, y, extend, free);
    }

    Bench down(double x, double y) {
        tool.down(at(x, y));
        return this;
    }

    Bench move(double x, double y) {
        tool.move(at(x, y));
        return this;
    }

    Bench up(double x, double y) {
        tool.up(at(x, y));
        return this;
    }

    Bench click(double x, double y) {
        return down(x, y).up(x, y);
    }

    Bench drag(double fromX, double fromY, double toX, double toY) {
        return down(fromX, fromY).move((fromX + toX) / 2, (fromY + toY) / 2).move(toX, toY).up(toX, toY);
    }

    List<String> selected() {
        return selection.targets().stream()
                .map(t -> t instanceof EditTarget.OfNode node ? node.name()
                        : t instanceof EditTarget.OfLink link ? link.a() + "-" + link.b() : t.toString())
                .toList();
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public double tolerance() {
        return 5;
    }

    @Override
    public void show(Feedback newFeedback) {
        feedback = newFeedback;
    }

    @Override
    public void perform(Edit edit) {
        labels.add(edit.label());
        document.apply(edit);
        scene = new Scene(document.lab().orElseThrow());
    }

    @Override
    public void add(NodeType type, Position position) {
        perform(Edits.addNode(type, Optional.empty(), position));
    }

    @Override
    public void pan(double viewDx, double viewDy) {
        panX += viewDx;
        panY += viewDy;
    }

    @Override
    public void done() {
        done++;
    }

    @Override
    public void open(EditTarget target) {
        labels.add("open " + target);
    }
}
