package org.meetwright.cli.imports;

import java.util.List;
import java.util.Map;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.ServiceApi;

/// Another scheduling service with an API.
public interface Service {
  /// Returns the word that stands for it: the command's, and that of what is imported.
  String word();

  /// Returns the address of its API; empty if each has its own.
  String address();

  /// Returns the headers that say who asks.
  default Map<String, String> login(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  /// Asks its API for everything.
  ///
  /// @throws org.meetwright.cli.program.Failure if it does not answer, or in another shape
  List<Document> ask(ServiceApi api);

  /// Asks its API for the slots of an event type.
  ///
  /// @throws org.meetwright.cli.program.Failure as [#ask] does
  List<Document> slots(ServiceApi api, SlotQuestion question);

  /// Reads what its API answers.
  ///
  /// @throws org.meetwright.cli.program.Failure if a document has another shape
  void read(List<Document> documents, Gathering gathering);
}
