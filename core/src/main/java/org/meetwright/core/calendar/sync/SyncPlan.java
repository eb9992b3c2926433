package org.meetwright.core.calendar.sync;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.ItemStore;

/// What a round writes: pure, from what is stored and what the service says.
///
/// A service that suddenly tells of far fewer events is not believed: what is new is written, but
/// what has vanished keeps its time until everything was asked for once more. If the answer is the
/// same and most is gone, the host has to say so.
///
/// @param put the items to write, new or changed
/// @param gone the ids of items to delete
/// @param held the ids of items that have vanished and are kept
/// @param doubt what is to be remembered of it
/// @param state to ask with the next time; null to ask for everything
record SyncPlan(
    List<RemoteItem> put, Set<String> gone, Set<String> held, Doubt doubt, @Nullable String state) {
  /// How many events may vanish at once without more ado, if they are few of all.
  private static final int FEW = 3;

  /// The part of all events that may not vanish at once without more ado: one of so many.
  private static final int PART = 5;

  /// An item as it is stored.
  ///
  /// @param etag null if its service does not say
  /// @param matters whether it still takes time, or is one of the host's own meetings
  record Stored(String digest, @Nullable String etag, boolean matters) {
    boolean isSame(RemoteItem item) {
      return digest.equals(ItemStore.digest(item)) && Objects.equals(etag, item.etag());
    }
  }

  /// Makes the plan.
  ///
  /// @param stored by their ids; all of the calendar if the changes are whole or tell of items that
  ///   are gone, else at least those that are told
  /// @param before what was remembered of the last round
  static SyncPlan of(Map<String, Stored> stored, RemoteChanges changes, Doubt before) {
    Map<String, RemoteItem> put = new LinkedHashMap<>();
    for (RemoteItem item : changes.items()) {
      Stored known = stored.get(item.id());
      if (known == null || !known.isSame(item)) {
        put.put(item.id(), item);
      }
    }
    Set<String> vanished = vanished(stored.keySet(), changes);
    int missed = (int) vanished.stream().filter(id -> mattersIn(stored, id)).count();
    int all = (int) stored.values().stream().filter(Stored::matters).count();
    Doubt doubt = doubt(missed, all, changes, before);
    if (doubt == Doubt.NONE) {
      return new SyncPlan(List.copyOf(put.values()), vanished, Set.of(), doubt, changes.state());
    }
    return new SyncPlan(List.copyOf(put.values()), Set.of(), vanished, doubt, null);
  }

  private static boolean mattersIn(Map<String, Stored> stored, String id) {
    Stored known = stored.get(id);
    return known != null && known.matters();
  }

  private static Set<String> vanished(Set<String> stored, RemoteChanges changes) {
    Set<String> vanished = new HashSet<>(changes.whole() ? stored : changes.gone());
    vanished.retainAll(stored);
    changes.items().forEach(item -> vanished.remove(item.id()));
    if (changes.whole()) {
      vanished.removeAll(changes.same());
    }
    return vanished;
  }

  private static Doubt doubt(int missed, int all, RemoteChanges changes, Doubt before) {
    boolean isMass = missed > FEW || (missed > 0 && missed * PART >= all);
    if (!isMass) {
      return Doubt.NONE;
    }
    return switch (before) {
      case NONE -> changes.whole() ? Doubt.LISTING : Doubt.GONE;
      case LISTING, GONE -> isCredible(missed, all, changes, before) ? Doubt.NONE : Doubt.TOLD;
      case TOLD -> Doubt.TOLD;
      case BELIEVED -> Doubt.NONE;
    };
  }

  /// Returns whether it is believed of a service that has said it twice. A calendar that is empty
  /// now is only believed if its service said of each event that it is gone, and they were few.
  private static boolean isCredible(int missed, int all, RemoteChanges changes, Doubt before) {
    boolean isEmpty = changes.items().isEmpty() && changes.same().isEmpty();
    boolean wereFew = missed <= FEW && (!isEmpty || before == Doubt.GONE);
    return wereFew || missed * 2 < all;
  }
}
