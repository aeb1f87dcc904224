package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.settings.OpenTabs;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

class TabsViewModelTest {
  private final TabsViewModel tabs = new TabsViewModel();
  private final Place a = place("A");
  private final Place b = place("B");
  private final Place c = place("C");

  private static Place place(String key) {
    return new Place.Entity(EntityKey.of(EntityType.CATEGORY, key));
  }

  @Test
  void aPlaceHasOneTab() {
    tabs.open(a);
    tabs.open(b);
    tabs.open(a);
    assertThat(tabs.places()).containsExactly(a, b);
    assertThat(tabs.current().get()).isEqualTo(a);
  }

  @Test
  void aNewTabComesBehindTheOneInFront() {
    tabs.open(a);
    tabs.open(b);
    tabs.open(a);
    tabs.open(c);
    assertThat(tabs.places()).containsExactly(a, c, b);
  }

  @Test
  void closingBringsTheNeighbourToTheFront() {
    tabs.open(a);
    tabs.open(b);
    tabs.open(c);
    tabs.close(c);
    assertThat(tabs.current().get()).isEqualTo(b);
    tabs.close(a);
    assertThat(tabs.current().get()).isEqualTo(b);
    tabs.closeCurrent();
    assertThat(tabs.current().get()).isNull();
    tabs.closeCurrent();
    assertThat(tabs.places()).isEmpty();
  }

  @Test
  void whatIsOpenOfARenamedEntityStaysWhereItIs() {
    EntityKey from = EntityKey.of(EntityType.CATEGORY, "B");
    EntityKey to = EntityKey.of(EntityType.CATEGORY, "D");
    Place d = place("D");
    Place pastOfB = new Place.History(from);
    tabs.open(a);
    tabs.open(b);
    tabs.open(c);
    tabs.open(pastOfB);
    tabs.close(pastOfB);
    tabs.pin(b, true);
    tabs.open(b);
    tabs.open(new Place.Graph(from));
    tabs.moveAcross(new Place.Graph(from));
    tabs.open(b);

    tabs.renamed(from, to);

    assertThat(tabs.left().places()).containsExactly(d, a, c);
    assertThat(tabs.left().pinned()).containsExactly(d);
    assertThat(tabs.current().get()).isEqualTo(d);
    assertThat(tabs.right().places()).containsExactly(new Place.Graph(to));
    assertThat(tabs.lastClosed().get()).isEqualTo(new Place.History(to));
    assertThat(tabs.recent()).contains(d).doesNotContain(b, pastOfB);
    assertThat(tabs.remembered().left().front()).isEqualTo(PlaceText.of(d).orElseThrow());
  }

  @Test
  void aTabThatIsOpenUnderBothKeysIsOne() {
    tabs.open(a);
    tabs.open(b);
    tabs.renamed(EntityKey.of(EntityType.CATEGORY, "B"), EntityKey.of(EntityType.CATEGORY, "A"));
    assertThat(tabs.places()).containsExactly(a);
    assertThat(tabs.current().get()).isEqualTo(a);
  }

  @Test
  void theLastClosedTabComesBackOnce() {
    tabs.open(a);
    tabs.open(b);
    tabs.close(b);
    tabs.reopen();
    assertThat(tabs.places()).containsExactly(a, b);
    assertThat(tabs.lastClosed().get()).isNull();
    tabs.reopen();
    assertThat(tabs.places()).containsExactly(a, b);
  }

  @Test
  void steppingGoesRound() {
    tabs.open(a);
    tabs.open(b);
    tabs.open(c);
    tabs.step(1);
    assertThat(tabs.current().get()).isEqualTo(a);
    tabs.step(-1);
    assertThat(tabs.current().get()).isEqualTo(c);
  }

  @Test
  void backAndForwardFollowWhatWasSeen() {
    tabs.open(a);
    tabs.open(b);
    tabs.open(c);
    assertThat(tabs.canGoForward().get()).isFalse();
    tabs.back();
    tabs.back();
    assertThat(tabs.current().get()).isEqualTo(a);
    assertThat(tabs.canGoBack().get()).isFalse();
    tabs.forward();
    assertThat(tabs.current().get()).isEqualTo(b);
    tabs.open(a);
    assertThat(tabs.canGoForward().get()).as("a new way forgets the old one").isFalse();
    tabs.back();
    assertThat(tabs.current().get()).isEqualTo(b);
  }

  @Test
  void goingBackOpensAClosedTabAgain() {
    tabs.open(a);
    tabs.open(b);
    tabs.close(a);
    tabs.back();
    assertThat(tabs.current().get()).isEqualTo(a);
    assertThat(tabs.places()).contains(a);
  }

  @Test
  void pinnedTabsComeFirstAndStayWhenOthersClose() {
    tabs.open(a);
    tabs.open(b);
    tabs.open(c);
    tabs.pin(c, true);
    assertThat(tabs.places()).containsExactly(c, a, b);
    assertThat(tabs.current().get()).isEqualTo(c);
    tabs.closeCurrent();
    tabs.closeOthers(b);
    assertThat(tabs.places()).containsExactly(c, b);
    tabs.pin(c, false);
    tabs.closeOthers(b);
    assertThat(tabs.places()).containsExactly(b);
    tabs.reopen();
    tabs.reopen();
    assertThat(tabs.places()).containsExactlyInAnyOrder(a, b, c);
  }

  @Test
  void anArrangementKeepsPinnedTabsFirst() {
    tabs.open(a);
    tabs.open(b);
    tabs.open(c);
    tabs.pin(a, true);
    tabs.arrange(tabs.left(), List.of(c, b, a));
    assertThat(tabs.places()).containsExactly(a, c, b);
    tabs.shift(b, -5);
    assertThat(tabs.places()).containsExactly(a, b, c);
    tabs.arrange(tabs.left(), List.of(c));
    assertThat(tabs.places()).containsExactly(a, b, c);
  }

  @Test
  void aTabGoesToTheOtherSideAndBackAndAnEmptySideIsGone() {
    tabs.open(a);
    tabs.moveAcross(a);
    assertThat(tabs.right().isEmpty()).as("of one tab there is one side").isTrue();
    tabs.open(b);
    tabs.open(c);
    tabs.moveAcross(c);
    assertThat(tabs.left().places()).containsExactly(a, b);
    assertThat(tabs.right().places()).containsExactly(c);
    assertThat(tabs.current().get()).isEqualTo(c);
    assertThat(tabs.left().front().get()).as("what the left side shows").isEqualTo(b);
    assertThat(tabs.places()).containsExactly(a, b, c);
    tabs.close(c);
    assertThat(tabs.right().isEmpty()).isTrue();
    assertThat(tabs.current().get()).isEqualTo(b);
  }

  @Test
  void aLeftSideThatBecomesEmptyTakesTheTabsOfTheRight() {
    tabs.open(a);
    tabs.open(b);
    tabs.pin(b, true);
    tabs.moveAcross(b);
    assertThat(tabs.right().pinned()).containsExactly(b);
    tabs.close(a);
    assertThat(tabs.left().places()).containsExactly(b);
    assertThat(tabs.left().pinned()).containsExactly(b);
    assertThat(tabs.right().isEmpty()).isTrue();
    assertThat(tabs.current().get()).isEqualTo(b);
  }

  @Test
  void whatIsOpenedGoesToTheSideWorkedOn() {
    tabs.open(a);
    tabs.open(b);
    tabs.moveAcross(b);
    tabs.open(c);
    assertThat(tabs.right().places()).containsExactly(b, c);
    tabs.activateOther();
    assertThat(tabs.current().get()).isEqualTo(a);
    tabs.open(c);
    assertThat(tabs.active().get()).as("a place has one tab").isSameAs(tabs.right());
    tabs.step(1);
    assertThat(tabs.current().get()).as("round one side").isEqualTo(b);
    tabs.closeOthers(b);
    assertThat(tabs.places()).as("of that side").containsExactly(a, b);
    tabs.open(c);
    tabs.join();
    assertThat(tabs.left().places()).containsExactly(a, b, c);
    assertThat(tabs.current().get()).isEqualTo(c);
    assertThat(tabs.right().isEmpty()).isTrue();
  }

  @Test
  void whatIsRememberedComesBackWithoutWhatIsGone() {
    tabs.open(a);
    tabs.open(b);
    tabs.open(new Place.Submit());
    tabs.pin(b, true);
    tabs.open(c);
    tabs.moveAcross(c);
    tabs.open(a);
    TabsViewModel next = new TabsViewModel();
    next.restore(tabs.remembered(), place -> !place.equals(a));
    assertThat(next.left().places()).containsExactly(b);
    assertThat(next.left().pinned()).containsExactly(b);
    assertThat(next.current().get()).isEqualTo(b);
    assertThat(next.right().places()).containsExactly(c);
    assertThat(next.right().front().get()).isEqualTo(c);
    assertThat(next.recent()).containsExactly(b, c);
    TabsViewModel foreign = new TabsViewModel();
    OpenTabs.Group nonsense =
        new OpenTabs.Group(List.of("nonsense", "entity ::"), Set.of("x"), "y");
    foreign.restore(new OpenTabs(nonsense, nonsense, List.of("z"), "", Set.of()), place -> true);
    assertThat(foreign.places()).isEmpty();
    assertThat(foreign.current().get()).isNull();
  }
}
