package org.meetwright.core.calendar.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.SyncPlan.Stored;
import org.meetwright.core.calendar.sync.store.ItemStore;

/// What of a service's answer is believed.
class SyncPlanTest {
  private static RemoteItem item(int id, String text) {
    return new RemoteItem("i" + id, "u" + id, "e" + id, text);
  }

  private static List<RemoteItem> items(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(id -> item(id, "text")).toList();
  }

  /// Items 1 to `last`, which all matter.
  private static Map<String, Stored> stored(int last) {
    return stored(last, true);
  }

  private static Map<String, Stored> stored(int last, boolean matters) {
    return items(1, last).stream()
        .collect(
            Collectors.toMap(
                RemoteItem::id, one -> new Stored(ItemStore.digest(one), one.etag(), matters)));
  }

  private static RemoteChanges whole(List<RemoteItem> items) {
    return new RemoteChanges(true, items, Set.of(), Set.of(), "s", 0);
  }

  private static RemoteChanges gone(Set<String> gone) {
    return new RemoteChanges(false, List.of(), Set.of(), gone, "s", 0);
  }

  @Test
  void putsWhatIsNewOrChangedAndLeavesTheRest() {
    List<RemoteItem> told = new ArrayList<>(items(1, 10));
    told.set(4, item(5, "changed"));
    told.add(item(11, "new"));
    SyncPlan plan = SyncPlan.of(stored(10), whole(told), Doubt.NONE);
    assertThat(plan.put()).extracting(RemoteItem::id).containsExactly("i5", "i11");
    assertThat(plan.gone()).isEmpty();
    assertThat(plan.state()).isEqualTo("s");
  }

  @Test
  void putsAnItemWhoseTagAloneHasChangedSoThatItIsNotFetchedAgain() {
    RemoteItem retagged = new RemoteItem("i1", "u1", "other", "text");
    assertThat(SyncPlan.of(stored(1), whole(List.of(retagged)), Doubt.NONE).put())
        .containsExactly(retagged);
  }

  @Test
  void takesTheLastOfWhatIsToldTwice() {
    RemoteItem last = item(1, "last");
    assertThat(SyncPlan.of(Map.of(), whole(List.of(item(1, "a"), last)), Doubt.NONE).put())
        .containsExactly(last);
  }

  @Test
  void keepsWhatIsSaidToBeTheSame() {
    RemoteChanges same = new RemoteChanges(true, List.of(), stored(10).keySet(), Set.of(), "s", 0);
    SyncPlan plan = SyncPlan.of(stored(10), same, Doubt.NONE);
    assertThat(plan.put()).isEmpty();
    assertThat(plan.gone()).isEmpty();
    assertThat(plan.doubt()).isEqualTo(Doubt.NONE);
  }

  @Test
  void believesThatAFewOfManyAreGone() {
    SyncPlan plan = SyncPlan.of(stored(20), whole(items(4, 20)), Doubt.NONE);
    assertThat(plan.gone()).containsExactlyInAnyOrder("i1", "i2", "i3");
    assertThat(plan.doubt()).isEqualTo(Doubt.NONE);
  }

  @Test
  void doesNotBelieveThatMoreThanThreeAreGone() {
    SyncPlan plan = SyncPlan.of(stored(1000), whole(items(5, 1000)), Doubt.NONE);
    assertThat(plan.gone()).isEmpty();
    assertThat(plan.held()).containsExactlyInAnyOrder("i1", "i2", "i3", "i4");
    assertThat(plan.doubt()).isEqualTo(Doubt.LISTING);
    assertThat(plan.state()).isNull();
  }

  @Test
  void doesNotBelieveThatAFifthIsGone() {
    assertThat(SyncPlan.of(stored(10), whole(items(2, 10)), Doubt.NONE).doubt())
        .isEqualTo(Doubt.NONE);
    assertThat(SyncPlan.of(stored(10), whole(items(3, 10)), Doubt.NONE).doubt())
        .isEqualTo(Doubt.LISTING);
    assertThat(SyncPlan.of(stored(10), gone(Set.of("i1", "i2")), Doubt.NONE).doubt())
        .isEqualTo(Doubt.GONE);
  }

  @Test
  void writesWhatIsNewWhileItHoldsWhatHasVanished() {
    SyncPlan plan = SyncPlan.of(stored(10), whole(items(11, 12)), Doubt.NONE);
    assertThat(plan.put()).hasSize(2);
    assertThat(plan.held()).hasSize(10);
  }

  @Test
  void believesASmallMassThatIsToldTwice() {
    SyncPlan plan = SyncPlan.of(stored(10), whole(items(5, 10)), Doubt.LISTING);
    assertThat(plan.gone()).hasSize(4);
    assertThat(plan.doubt()).isEqualTo(Doubt.NONE);
  }

  @Test
  void neverBelievesByItselfThatHalfIsGone() {
    RemoteChanges half = whole(items(6, 10));
    assertThat(SyncPlan.of(stored(10), half, Doubt.LISTING).doubt()).isEqualTo(Doubt.TOLD);
    assertThat(SyncPlan.of(stored(10), half, Doubt.TOLD).gone()).isEmpty();
    assertThat(SyncPlan.of(stored(10), half, Doubt.BELIEVED).gone()).hasSize(5);
  }

  @Test
  void neverBelievesByItselfThatAFeedIsEmpty() {
    for (int events : new int[] {1, 3, 100}) {
      Map<String, Stored> known = stored(events);
      assertThat(SyncPlan.of(known, whole(List.of()), Doubt.NONE).gone()).isEmpty();
      assertThat(SyncPlan.of(known, whole(List.of()), Doubt.LISTING).gone()).isEmpty();
      assertThat(SyncPlan.of(known, whole(List.of()), Doubt.TOLD).gone()).isEmpty();
    }
  }

  @Test
  void believesThatTheOnlyEventIsGoneIfTheServiceSaysSoAndListsNone() {
    assertThat(SyncPlan.of(stored(1), gone(Set.of("i1")), Doubt.NONE).doubt())
        .isEqualTo(Doubt.GONE);
    assertThat(SyncPlan.of(stored(1), whole(List.of()), Doubt.GONE).gone()).containsExactly("i1");
  }

  @Test
  void doubtsNoMoreWhenTheyComeBack() {
    for (Doubt before : Doubt.values()) {
      SyncPlan plan = SyncPlan.of(stored(10), whole(items(1, 10)), before);
      assertThat(plan.doubt()).isEqualTo(Doubt.NONE);
      assertThat(plan.state()).isEqualTo("s");
    }
  }

  @Test
  void letsGoOfAnyNumberOfEventsThatAreOver() {
    Map<String, Stored> known = new HashMap<>(stored(1000, false));
    assertThat(SyncPlan.of(known, whole(List.of()), Doubt.NONE).gone()).hasSize(1000);
  }

  @Test
  void ignoresThatWhatIsUnknownIsGone() {
    assertThat(SyncPlan.of(stored(3), gone(Set.of("x", "y", "z", "w")), Doubt.NONE).gone())
        .isEmpty();
  }
}
