package org.ontodraft.app.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.settings.Settings;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.service.workspace.WorkspaceOpener;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.welcome.WelcomeView;
import org.ontodraft.app.ui.welcome.WelcomeViewModel;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;

/** The window's content without a stage, with plain pages in place of the features'. FX thread. */
final class WindowFixture {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T14:06:31Z"), ZoneOffset.UTC);

  private final Texts texts = Texts.load();
  private final NoticeBoard board = new NoticeBoard();
  private final ErrorPresenter errors = new ErrorPresenter(texts, board);
  private final TaskRunner tasks = new TaskRunner(FxThread::run, errors::show);
  private final MemorySettings settings = new MemorySettings();
  private final ActionRegistry actions = new ActionRegistry(texts);
  private final MainViewModel viewModel;
  private final WelcomeViewModel welcome;
  private final MainView view;
  private final Parent root;

  WindowFixture() {
    this((request, progress) -> Outcome.refused("TEST-01", request));
  }

  WindowFixture(WorkspaceOpener opener) {
    Dates dates = new Dates(texts, CLOCK);
    Dialogs dialogs = new Dialogs(texts, Screenshots.theme(), () -> null);
    Fxml fxml = new Fxml(texts);
    viewModel =
        new MainViewModel(settings, tasks, texts, dates, errors, board, CLOCK, FxThread::run);
    welcome =
        new WelcomeViewModel(
            opener,
            settings,
            tasks,
            texts,
            dates,
            errors,
            folder -> !folder.endsWith("schemaorg"),
            FxThread::run,
            viewModel::open);
    WelcomeView welcomeView = new WelcomeView(welcome, texts, dialogs, () -> {});
    Parent welcomeRoot = fxml.load(welcomeView);
    view =
        new MainView(
            viewModel,
            welcomeView,
            welcomeRoot,
            board,
            actions,
            new Workbench.Tools(texts, fxml, tasks, FxThread::run, PlainFeatures::new, page -> {}),
            new MainView.Program("~/.local/share/ontodraft", "0.1.0"));
    new WindowActions(actions, texts, viewModel.workbench(), view::workbench)
        .register(new NoWindow());
    root = fxml.load(view);
  }

  /** Opens it, with all its panes at once. */
  void open(Workspace workspace) {
    viewModel.open(workspace);
    view.workbench();
  }

  void rememberSome() {
    settings.update(now ->
        now.withRecent(
            List.of(
                recent(
                    new OpenRequest.Folder(
                        Path.of(System.getProperty("user.home"), "work", "labki-ontology")),
                    "labki-ontology",
                    "Emails and ORCID",
                    12,
                    "2026-11-21T14:06:00Z"),
                recent(
                    new OpenRequest.Address("https://github.com/labki-org/labki-schemas"),
                    "labki-schemas",
                    "",
                    0,
                    "2026-11-20T09:00:00Z"),
                recent(
                    new OpenRequest.Folder(Path.of("/mnt/share/schemaorg")),
                    "schemaorg",
                    "Terms",
                    1,
                    "2026-11-02T09:00:00Z"))));
  }

  private static Recent recent(
      OpenRequest request, String name, String draft, int changes, String at) {
    return new Recent(request, name, draft, changes, Instant.parse(at));
  }

  MainView view() {
    return view;
  }

  Parent root() {
    return root;
  }

  ActionRegistry actions() {
    return actions;
  }

  NoticeBoard board() {
    return board;
  }

  MainViewModel viewModel() {
    return viewModel;
  }

  WelcomeViewModel welcome() {
    return welcome;
  }

  MemorySettings settings() {
    return settings;
  }

  /** Settings that are forgotten. */
  static final class MemorySettings implements SettingsService {
    private final State<Settings> state = new State<>(Settings.initial());

    @Override
    public Observed<Settings> settings() {
      return state;
    }

    @Override
    public void update(UnaryOperator<Settings> change) {
      state.update(change);
    }
  }

  private static final class PlainFeatures implements WorkspaceFeatures {
    private final Workspace workspace;

    PlainFeatures(Workspace workspace, Navigator navigator) {
      this.workspace = workspace;
    }

    @Override
    public Page page(Place place) {
      return new PlainPage(place, workspace);
    }

    @Override
    public void compare(ComparedSide base, ComparedSide mine) {}

    @Override
    public Node drafts(Runnable hide) {
      return new Label("drafts");
    }

    @Override
    public void newDraft() {
      workspace.startDraft("New draft");
    }

    @Override
    public void shareDraft() {}

    @Override
    public void openSharedDraft() {}

    @Override
    public void backUp() {}

    @Override
    public void showDatabase() {}

    @Override
    public void newEntity(EntityType type, Optional<EntityKey> parent) {}

    @Override
    public void addImage(Optional<EntityKey> to, Optional<Path> file) {}

    @Override
    public void refactor(RefactoringKind kind, EntityKey key) {}

    @Override
    public void changeParent(
        EntityKey category, Optional<EntityKey> from, Optional<EntityKey> to) {}

    @Override
    public void exportDraft() {}

    @Override
    public void importDraft() {}

    @Override
    public void importClipboard() {}

    @Override
    public void close() {}
  }

  private static final class PlainPage implements Page {
    private final Place place;
    private final Workspace workspace;
    private final TextField field = new TextField("text");

    PlainPage(Place place, Workspace workspace) {
      this.place = place;
      this.workspace = workspace;
      field.setAccessibleText("A field");
    }

    @Override
    public Node content() {
      VBox box = new VBox(8, new Label("Page of " + title().getValue()), field);
      box.setStyle("-fx-padding: 1.5em");
      return box;
    }

    @Override
    public Optional<Node> inspector() {
      return place instanceof Place.Entity
          ? Optional.of(new Label("Inspector of " + title().getValue()))
          : Optional.empty();
    }

    @Override
    public ObservableValue<String> title() {
      return new SimpleStringProperty(
          place instanceof Place.Entity entity ? entity.key().key() : "Review changes");
    }

    @Override
    public Node icon() {
      return new Icon(
          place instanceof Place.Entity entity ? Glyph.of(entity.key().type()) : Glyph.CHANGES);
    }

    @Override
    public ObservableValue<EntityStatus> status() {
      return new SimpleObjectProperty<>(
          place instanceof Place.Entity entity
              ? workspace.effective().get().status(entity.key())
              : EntityStatus.UNCHANGED);
    }

    @Override
    public void focus() {
      field.requestFocus();
    }

    @Override
    public void close() {}
  }

  private final class NoWindow implements WindowActions.Window {
    @Override
    public void openSample() {}

    @Override
    public void openFolder() {}

    @Override
    public void openAddress() {}

    @Override
    public void closeRepository() {}

    @Override
    public void showSettings() {}

    @Override
    public void changeFont(int steps) {}

    @Override
    public void chooseTheme(ThemeChoice theme) {}

    @Override
    public void showPalette(String text) {
      view.showPalette(text);
    }

    @Override
    public void showRecent() {
      view.showRecent();
    }

    @Override
    public void showKeys() {}

    @Override
    public void chooseKeys() {}

    @Override
    public void showAbout() {}

    @Override
    public void quit() {}
  }
}
