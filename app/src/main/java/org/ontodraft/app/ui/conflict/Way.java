package org.ontodraft.app.ui.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityChoices;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldChoices;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.Offer;

/**
 * A choice that is offered for a row, with the digit that takes it.
 *
 * @param why why it cannot be taken, or null
 */
record Way(int digit, Choice.Kind kind, Offer.@Nullable Why why) {
  static final int MINE = 1;
  static final int UPSTREAM = 2;
  static final int BOTH = 3;
  static final int BASE = 4;
  static final int EDIT = 5;
  static final int RESET = 0;
  private static final int UPSTREAM_FIRST = 6;
  private static final int NOTHING = 7;
  private static final int DEPRECATE = 8;

  private static final List<Choice.Kind> BOTH_SIDES =
      List.of(Choice.Kind.UNION, Choice.Kind.WORDS, Choice.Kind.MINE_THEN_UPSTREAM);

  boolean canBeTaken() {
    return why == null;
  }

  /** Those for a field. Tries each choice: not for the FX thread. */
  static List<Way> of(FieldDecision decision) {
    Map<Choice.Kind, ? extends Offer<?>> offers = FieldChoices.of(decision);
    List<Way> ways = new ArrayList<>();
    ways.add(way(MINE, Choice.Kind.MINE, offers));
    ways.add(way(UPSTREAM, Choice.Kind.UPSTREAM, offers));
    ways.add(both(offers));
    ways.add(way(BASE, Choice.Kind.BASE, offers));
    ways.add(new Way(EDIT, Choice.Kind.CUSTOM, null));
    addIfOffered(ways, UPSTREAM_FIRST, Choice.Kind.UPSTREAM_THEN_MINE, offers);
    addIfOffered(ways, NOTHING, Choice.Kind.ABSENT, offers);
    return ways;
  }

  /** Those for an entity as a whole. */
  static List<Way> of(EntityMerge merge) {
    Map<Choice.Kind, ? extends Offer<?>> offers = EntityChoices.of(merge);
    List<Way> ways = new ArrayList<>();
    addIfOffered(ways, MINE, Choice.Kind.MINE, offers);
    addIfOffered(ways, UPSTREAM, Choice.Kind.UPSTREAM, offers);
    addIfOffered(ways, BOTH, Choice.Kind.FIELDS, offers);
    addIfOffered(ways, BASE, Choice.Kind.BASE, offers);
    addIfOffered(ways, NOTHING, Choice.Kind.ABSENT, offers);
    addIfOffered(ways, DEPRECATE, Choice.Kind.DEPRECATE, offers);
    return ways;
  }

  /** Both sides in the way that fits the value, or why there is none. */
  private static Way both(Map<Choice.Kind, ? extends Offer<?>> offers) {
    Way last = way(BOTH, Choice.Kind.UNION, offers);
    for (Choice.Kind kind : BOTH_SIDES) {
      Way way = way(BOTH, kind, offers);
      if (way.canBeTaken()) {
        return way;
      }
      last = way.why() == Offer.Why.NO_ORDER || way.why() == Offer.Why.NO_TEXT ? last : way;
    }
    return last;
  }

  private static void addIfOffered(
      List<Way> ways, int digit, Choice.Kind kind, Map<Choice.Kind, ? extends Offer<?>> offers) {
    Way way = way(digit, kind, offers);
    if (way.canBeTaken()) {
      ways.add(way);
    }
  }

  private static Way way(int digit, Choice.Kind kind, Map<Choice.Kind, ? extends Offer<?>> offers) {
    return new Way(
        digit, kind, offers.get(kind) instanceof Offer.Unavailable<?>(Offer.Why why) ? why : null);
  }
}
