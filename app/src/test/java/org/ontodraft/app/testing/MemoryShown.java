package org.ontodraft.app.testing;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.format.OntologyReader;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;

/** What every view of a workspace in memory shows, and what is said of it. */
final class MemoryShown {
  private final InMemoryRepository repository;
  private final Supplier<Ontology> canonical;
  private final BooleanSupplier ofDraft;
  private final MemoryRebases rebases;
  private final State<DraftOverlay> effective;
  private final State<List<Finding>> findings = new State<>(List.of());
  private final State<List<Finding>> knownFindings = new State<>(List.of());

  /**
   * Shows canonical.
   *
   * @param ofDraft whether a draft is open
   */
  MemoryShown(
      InMemoryRepository repository, Supplier<Ontology> canonical, BooleanSupplier ofDraft) {
    this.repository = repository;
    this.canonical = canonical;
    this.ofDraft = ofDraft;
    this.rebases = new MemoryRebases(repository, this::schemas);
    this.effective = new State<>(DraftOverlay.of(canonical.get(), List.of()));
  }

  State<DraftOverlay> effective() {
    return effective;
  }

  State<List<Finding>> findings() {
    return findings;
  }

  State<List<Finding>> knownFindings() {
    return knownFindings;
  }

  /** What moving the open draft would come to. */
  MemoryRebases rebases() {
    return rebases;
  }

  /** Shows this, and forecasts what follows. */
  void show(DraftOverlay overlay) {
    effective.set(overlay);
    rebases.show(overlay, canonical.get(), ofDraft.getAsBoolean());
  }

  /** Shows the open draft again, or canonical where none is open. */
  void showAgain() {
    show(ofDraft.getAsBoolean() ? effective.get() : DraftOverlay.of(canonical.get(), List.of()));
  }

  List<QuickFix> fixes(Finding finding) {
    DraftOverlay overlay = effective.get();
    return DraftValidation.of(overlay.base(), schemas()).with(overlay).fixes(finding);
  }

  RepositorySchemas schemas() {
    return RepositorySchemas.compile(
        OntologyReader.readSchemas(repository, repository.entries(repository.head().commit()))
            .files());
  }
}
