package org.ontodraft.app.bootstrap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Opens each page that an open repository has, with a draft in it. The start-up cache of an
 * installation is trained with it, so that a screen's first opening finds its classes loaded.
 */
final class EveryScreen {
  /** Entities of each type whose forms are opened. */
  private static final int FORMS = 3;

  /** Long enough for a page to be filled and drawn. */
  private static final Duration SETTLE = Duration.ofMillis(300);

  private final DesktopApplication application;
  private final Workspace workspace;
  private int shown;

  EveryScreen(DesktopApplication application, Workspace workspace) {
    this.application = application;
    this.workspace = workspace;
  }

  /** Opens them one after another, in a draft of its own; returns how many were shown. */
  int show() throws InterruptedException {
    Waiting.until("the window", () -> application.onFx(application::navigator).isPresent());
    List<EntityKey> entities = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      workspace.effective().get().entities(type).stream()
          .limit(FORMS)
          .map(EntitySummary::key)
          .forEach(entities::add);
    }
    if (!(workspace.startDraft("Every screen") instanceof Outcome.Done<DraftSession> draft)) {
      throw new TourFailedException("A draft could not be started.");
    }
    EntityKey changed = entities.getFirst();
    draft
        .value()
        .setField(changed, "label", JsonNodeFactory.instance.stringNode("Changed for a look"));
    for (EntityKey entity : entities) {
      show(new Place.Entity(entity));
    }
    for (Place place :
        List.of(
            new Place.Review(),
            new Place.Drafts(),
            new Place.Steps(),
            new Place.Rebase(),
            new Place.Submit(),
            new Place.History(changed),
            new Place.Graph(changed),
            new Place.Activity())) {
      show(place);
    }
    UUID open = draft.value().draft().get().id();
    go(navigator ->
        navigator.openCompare(new ComparedSide.BaseOf(open), new ComparedSide.OfDraft(open)));
    return shown;
  }

  private void show(Place place) throws InterruptedException {
    go(navigator -> navigator.open(place));
  }

  private void go(Consumer<Navigator> way) throws InterruptedException {
    boolean gone =
        application.onFx(() -> {
          Optional<Navigator> navigator = application.navigator();
          navigator.ifPresent(way);
          return navigator.isPresent();
        });
    if (!gone) {
      throw new TourFailedException("The window closed its repository.");
    }
    Thread.sleep(SETTLE);
    shown++;
  }
}
