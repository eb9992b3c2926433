package org.meetwright.core.imports;

import java.util.List;

/// What an import did, thing by thing.
public record ImportReport(List<Item> items) {
  /// Creates the report.
  public ImportReport {
    items = List.copyOf(items);
  }

  /// What is imported.
  public enum ItemKind {
    HOST("host"),
    SCHEDULE("schedule"),
    EVENT_TYPE("eventType"),
    QUESTION("question"),
    BOOKING("booking"),
    ALIAS("alias");

    private final String word;

    ItemKind(String word) {
      this.word = word;
    }

    /// Returns the word that stands for it outside the program.
    public String word() {
      return word;
    }
  }

  /// What became of a thing.
  public enum Outcome {
    CREATED,
    /// It was there before, and is as it was.
    THERE,
    /// It is not here.
    LEFT_OUT,
    /// It is here, but something about it is not as it was.
    DIFFERS
  }

  /// A thing of the other service.
  ///
  /// @param what its name, for the person who imports
  /// @param why why it was left out, or what differs; empty otherwise
  public record Item(ItemKind kind, Outcome outcome, String what, String why) {}

  /// Returns how many things of a kind had an outcome.
  public long count(ItemKind kind, Outcome outcome) {
    return items.stream().filter(item -> item.kind() == kind && item.outcome() == outcome).count();
  }

  /// Returns the things that had an outcome.
  public List<Item> all(Outcome outcome) {
    return items.stream().filter(item -> item.outcome() == outcome).toList();
  }
}
