package org.wirelathe.ui.topology.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport view = new Viewport();

    @BeforeEach
    void size() {
        view.resize(800, 600);
    }

    @Test
    void whatIsUnderThePointerStaysThereWhenZooming() {
        view.pan(37, -12);
        double x = view.toSceneX(200);
        double y = view.toSceneY(450);
        view.zoomTo(2.5, 200, 450);
        assertEquals(x, view.toSceneX(200), 1e-9);
        assertEquals(y, view.toSceneY(450), 1e-9);
        assertEquals(2.5, view.zoom());
    }

    @Test
    void zoomHasBounds() {
        view.zoomTo(100, 0, 0);
        assertEquals(Viewport.MOST_ZOOM, view.zoom());
        view.zoomTo(0.001, 0, 0);
        assertEquals(Viewport.LEAST_ZOOM, view.zoom());
    }

    @Test
    void fitShowsTheWholeBoxInTheMiddle() {
        Box box = new Box(-500, 40, 1500, 90);
        view.fit(box, 2);
        assertTrue(view.visible().contains(box));
        assertEquals(400, view.toViewX(500), 1e-9);
        assertEquals(300, view.toViewY(65), 1e-9);
    }

    @Test
    void fitDoesNotBlowUpASmallBox() {
        view.fit(new Box(0, 0, 1, 1), 1.25);
        assertEquals(1.25, view.zoom());
    }

    @Test
    void revealMovesNoFurtherThanNeeded() {
        view.reveal(new Box(10, 10, 20, 20));
        assertEquals(0, view.originX(), "was to be seen already");
        view.reveal(new Box(900, 10, 950, 20));
        assertEquals(150, view.originX());
        view.reveal(new Box(-5, 10, 0, 20));
        assertEquals(-5, view.originX());
    }
}
