package org.ontodraft.app.ui.shell;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.WebPages;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.app.ui.explorer.ExplorerViewModel;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * The navigator of one open workspace. Features and panes are made with it, so it gets them when
 * they are there.
 */
final class WindowNavigator implements Navigator {
  private final TabsViewModel tabs;
  private final WebPages pages;
  private final Runnable welcome;
  private @Nullable WorkspaceFeatures features;
  private @Nullable ExplorerViewModel explorer;
  private @Nullable WorkbenchView view;

  WindowNavigator(TabsViewModel tabs, WebPages pages, Runnable welcome) {
    this.tabs = tabs;
    this.pages = pages;
    this.welcome = welcome;
  }

  void connect(WorkspaceFeatures made, ExplorerViewModel tree, WorkbenchView workbench) {
    features = made;
    explorer = tree;
    view = workbench;
  }

  private WorkspaceFeatures features() {
    return Objects.requireNonNull(features, "asked before the workbench was made");
  }

  @Override
  public void open(Place place) {
    tabs.open(place);
  }

  @Override
  public void openEntity(EntityKey key, String pointer) {
    Place place = new Place.Entity(key);
    open(place);
    if (!pointer.isEmpty()) {
      Objects.requireNonNull(view).goToInPage(place, pointer);
    }
  }

  @Override
  public void openReview(EntityKey key) {
    openReview();
    Objects.requireNonNull(view).revealInPage(new Place.Review(), key);
  }

  @Override
  public void openCompare(ComparedSide base, ComparedSide mine) {
    features().compare(base, mine);
    open(new Place.Compare());
  }

  @Override
  public void openCompare(ComparedSide base, ComparedSide mine, EntityKey key) {
    openCompare(base, mine);
    Objects.requireNonNull(view).revealInPage(new Place.Compare(), key);
  }

  @Override
  public void browse(URI page) {
    pages.show(page);
  }

  @Override
  public void reveal(EntityKey key) {
    Objects.requireNonNull(explorer).reveal(key);
  }

  @Override
  public void newDraft() {
    features().newDraft();
  }

  @Override
  public void newEntity(EntityType type, Optional<EntityKey> parent) {
    features().newEntity(type, parent);
  }

  @Override
  public void addImage(Optional<EntityKey> to, Optional<Path> file) {
    features().addImage(to, file);
  }

  @Override
  public void refactor(RefactoringKind kind, EntityKey key) {
    features().refactor(kind, key);
  }

  @Override
  public void changeParent(EntityKey category, Optional<EntityKey> from, Optional<EntityKey> to) {
    features().changeParent(category, from, to);
  }

  @Override
  public void renamed(EntityKey from, EntityKey to) {
    tabs.renamed(from, to);
  }

  @Override
  public void close(Place place) {
    tabs.close(place);
  }

  @Override
  public void showWelcome() {
    welcome.run();
  }
}
