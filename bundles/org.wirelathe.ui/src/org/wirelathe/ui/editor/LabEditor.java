package org.wirelathe.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.model.Problem;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.Icons;
import org.wirelathe.ui.Recent;
import org.wirelathe.ui.Services;
import org.wirelathe.ui.command.LabHandler;
import org.wirelathe.ui.run.CanvasAnimation;
import org.wirelathe.ui.run.RouteTrail;
import org.wirelathe.ui.run.RunController;
import org.wirelathe.ui.run.RunWatcher;
import org.wirelathe.ui.topology.TopologyCanvas;
import org.wirelathe.ui.view.PropertiesView;

/** Edits a lab file as topology and as text. */
public class LabEditor extends MultiPageEditorPart {
    public static final String ID = "org.wirelathe.ui.editor";

    private static final String CANVAS_KEYS = "org.wirelathe.ui.canvas";
    private static final int TOPOLOGY = 0;
    private static final int TEXT = 1;

    private LabSession session;
    private LabFileKeeper keeper;
    private Banner banner;
    private TopologyPage topology;
    private LabTextEditor text;
    private IContextActivation keys;
    private RunController runs;
    private final Runnable vocabularyChanged = this::vocabularyChanged;
    private final Consumer<PluginEvent> pluginNews = this::pluginNews;

    private final SessionListener follower = new SessionListener() {
        @Override
        public void documentChanged() {
            getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(null);
            updateBanner();
            runs.reconsider();
        }

        @Override
        public void fileChanged() {
            firePropertyChange(PROP_DIRTY);
        }

        @Override
        public void selectionChanged(List<EditTarget> targets) {
            getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(null);
        }

        @Override
        public void refused(String sentence) {
            getEditorSite().getActionBars().getStatusLineManager()
                    .setErrorMessage(Icons.image(Icons.ERROR), sentence);
        }
    };

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        if (!(input instanceof LabInput lab)) {
            throw new PartInitException("The lab editor opens lab files, not " + input.getName() + ".");
        }
        try {
            session = lab.file().isPresent()
                    ? LabSession.open(lab.file().get(), Services.vocabulary())
                    : LabSession.begin(lab.name(), NewLab.TEXT, Services.vocabulary());
        } catch (IOException e) {
            throw new PartInitException("Cannot read " + lab.getToolTipText() + ": " + Sentences.of(e));
        }
        keeper = new LabFileKeeper(session);
        lab.file().ifPresent(Recent::add);
        setPartName(input.getName());
        session.addListener(follower);
        runs = new RunController(session, site.getShell().getDisplay());
        Services.addLabsListener(vocabularyChanged);
        Services.addPluginListener(pluginNews);
    }

    /** The lab that is being edited. */
    public LabSession session() {
        return session;
    }

    /** Whether the pages are there. */
    public boolean isReady() {
        return topology != null && !topology.isDisposed();
    }

    /** What runs this lab. */
    public RunController runs() {
        return runs;
    }

    /** The canvas. */
    public TopologyCanvas canvas() {
        return topology.canvas();
    }

    @Override
    protected Composite createPageContainer(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        banner = new Banner(parent, this::firstLink, this::secondLink);
        Composite pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new FillLayout());
        pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return pages;
    }

    @Override
    protected void createPages() {
        topology = new TopologyPage(getContainer(), session, this::showProperties);
        addPage(topology);
        runs.addWatcher(new CanvasAnimation(runs, topology.canvas()));
        RouteTrail trail = new RouteTrail(runs, topology.canvas());
        runs.addWatcher(trail);
        session.addListener(trail);
        topology.onHover(trail::hovered);
        runs.addWatcher(new RunWatcher() {
            @Override
            public void stateChanged() {
                LabHandler.refresh();
                getEditorSite().getActionBars().getStatusLineManager().setMessage(runs.pauses().reason());
            }
        });
        setPageText(TOPOLOGY, "Topology");
        try {
            text = new LabTextEditor(session);
            addPage(text, getEditorInput());
            setPageText(TEXT, "Text");
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
        if (!session.document().current()) {
            setActivePage(TEXT);
        }
        updateBanner();
    }

    @Override
    protected void pageChange(int page) {
        super.pageChange(page);
        bindKeys(page == TOPOLOGY);
        session.settle();
        LabHandler.refresh();
        updateBanner();
    }

    /** The canvas has keys of its own. */
    private void bindKeys(boolean canvas) {
        IContextService contexts = getSite().getService(IContextService.class);
        if (canvas && keys == null) {
            keys = contexts.activateContext(CANVAS_KEYS);
        } else if (!canvas && keys != null) {
            contexts.deactivateContext(keys);
            keys = null;
        }
    }

    /** True when the text is in front. */
    public boolean showsText() {
        return getActivePage() == TEXT;
    }

    /** Brings the text to the front. */
    public void showText() {
        setActivePage(TEXT);
    }

    /** Brings the topology to the front. */
    public void showTopology() {
        setActivePage(TOPOLOGY);
    }

    /** How many problems are marked in the text. */
    public int annotations() {
        int count = 0;
        for (var marks = session.annotations().getAnnotationIterator(); marks.hasNext(); marks.next()) {
            count++;
        }
        return count;
    }

    /** What the banner says; empty when there is none. */
    public String bannerText() {
        return banner.text();
    }

    private void updateBanner() {
        if (banner == null || banner.isDisposed()) {
            return;
        }
        banner.show(message());
    }

    /** What the user should know; null when that is nothing. */
    private Banner.Message message() {
        if (keeper.isUndecided()) {
            return new Banner.Message(
                    Icons.WARNING,
                    "The file has changed on disk. <a href=\"1\">Load it</a> (can be undone), or "
                            + "<a href=\"2\">keep this text</a> and overwrite the file when saving.");
        }
        long errors = session.document().problems().stream().filter(Problem::isError).count();
        if (errors == 0 || getActivePage() != TOPOLOGY) {
            return null;
        }
        String what = errors == 1 ? "one error" : errors + " errors";
        String shown = session.shown().nodes().isEmpty()
                ? "Nothing can be shown yet." : "The picture shows what can be made of it.";
        return new Banner.Message(
                Icons.ERROR, "The text has " + what + ". " + shown + " <a href=\"1\">Go to the text</a>");
    }

    private void firstLink() {
        if (keeper.isUndecided()) {
            keeper.reload();
            updateBanner();
        } else {
            session.document().problems().stream().filter(Problem::isError).findFirst().ifPresent(this::show);
        }
    }

    private void secondLink() {
        keepMine();
    }

    /** The file that somebody else wrote is to be overwritten by the next save. */
    public void keepMine() {
        keeper.keepMine();
        updateBanner();
    }

    /** Somebody else may have written the file: takes it over when nothing would be lost, else asks. */
    public void checkFile() {
        keeper.check();
        updateBanner();
    }

    /** Goes to the text that a problem is about. */
    public void show(Problem problem) {
        setActivePage(TEXT);
        text.selectAndReveal(problem.offset(), problem.length());
        text.setFocus();
    }

    /** Brings the topology to the front, with these parts selected. */
    public void show(List<EditTarget> targets) {
        setActivePage(TOPOLOGY);
        session.select(targets);
        topology.setFocus();
    }

    private void showProperties() {
        try {
            getSite().getPage().showView(PropertiesView.ID);
        } catch (PartInitException e) {
            session.refuse(e.getMessage());
        }
    }

    /** What happens to plug-ins is on record in the console; what the user must know is in the status line too. */
    private void pluginNews(PluginEvent event) {
        boolean trouble = event.kind() == PluginEvent.Kind.REFUSED || event.kind() == PluginEvent.Kind.RETIRED;
        runs.note(event.message(), trouble);
        if (trouble) {
            session.refuse(event.message());
        }
    }

    private void vocabularyChanged() {
        session.setVocabulary(Services.vocabulary());
        runs.reconsider();
    }

    @Override
    public boolean isDirty() {
        return session.isDirty();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (session.file().isEmpty()) {
            doSaveAs();
            monitor.setCanceled(session.file().isEmpty());
        } else {
            keeper.save(monitor);
            updateBanner();
        }
    }

    @Override
    public void doSaveAs() {
        keeper.ask(getSite().getShell(), getEditorInput().getName()).ifPresent(this::saveAs);
    }

    /** Saves to that file, which is edited from then on. */
    public void saveAs(Path file) {
        if (keeper.saveAs(file)) {
            LabInput input = LabInput.of(file);
            setInputWithNotify(input);
            setPartName(input.getName());
            Recent.add(file);
            updateBanner();
        }
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    @Override
    public void setFocus() {
        if (getActivePage() == TOPOLOGY) {
            topology.setFocus();
        } else {
            super.setFocus();
        }
        checkFile();
        LabHandler.refresh();
    }

    @Override
    public void dispose() {
        getSite().getShell().getDisplay().asyncExec(LabHandler::refresh);
        Services.removeLabsListener(vocabularyChanged);
        Services.removePluginListener(pluginNews);
        if (session != null) {
            session.removeListener(follower);
            runs.close();
            session.close();
        }
        super.dispose();
    }
}
