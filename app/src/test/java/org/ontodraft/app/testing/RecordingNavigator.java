package org.ontodraft.app.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Remembers where a person was sent. */
public final class RecordingNavigator implements Navigator {
  private final List<String> calls = new ArrayList<>();

  /** The ways that were gone, such as {@code open Entity[key=category:Person]}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void open(Place place) {
    calls.add("open " + place);
  }

  @Override
  public void openEntity(EntityKey key, String pointer) {
    calls.add("open " + key + " at " + pointer);
  }

  @Override
  public void openReview(EntityKey key) {
    calls.add("review " + key);
  }

  @Override
  public void openCompare(ComparedSide base, ComparedSide mine) {
    calls.add("compare " + base + " with " + mine);
  }

  @Override
  public void openCompare(ComparedSide base, ComparedSide mine, EntityKey key) {
    calls.add("compare " + base + " with " + mine + " at " + key);
  }

  @Override
  public void browse(URI page) {
    calls.add("browse " + page);
  }

  @Override
  public void reveal(EntityKey key) {
    calls.add("reveal " + key);
  }

  @Override
  public void newDraft() {
    calls.add("new draft");
  }

  @Override
  public void newEntity(EntityType type, Optional<EntityKey> parent) {
    calls.add("new " + type + " " + parent);
  }

  @Override
  public void addImage(Optional<EntityKey> to, Optional<Path> file) {
    calls.add("image " + to + " " + file);
  }

  @Override
  public void renamed(EntityKey from, EntityKey to) {
    calls.add("renamed " + from + " " + to);
  }

  @Override
  public void refactor(RefactoringKind kind, EntityKey key) {
    calls.add("refactor " + kind + " " + key);
  }

  @Override
  public void changeParent(EntityKey category, Optional<EntityKey> from, Optional<EntityKey> to) {
    calls.add("change parent " + category + " " + from + " " + to);
  }

  @Override
  public void close(Place place) {
    calls.add("close " + place);
  }

  @Override
  public void showWelcome() {
    calls.add("welcome");
  }
}
