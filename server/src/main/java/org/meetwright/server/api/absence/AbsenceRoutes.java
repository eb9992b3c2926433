package org.meetwright.server.api.absence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.absence.Absences;
import org.meetwright.core.absence.Absences.Outcome;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.OwnRoutes;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.absence.ApiAbsence;

/// A host's absences.
public final class AbsenceRoutes extends OwnRoutes<ApiAbsence> {
  private final Absences absences;

  /// Creates the routes.
  public AbsenceRoutes(Absences absences, Authentication authentication) {
    super(authentication, new Naming<>("absence", "absences", ApiAbsence.Listing::new));
    this.absences = absences;
  }

  @Override
  protected List<ApiAbsence> list(Host host, Query query) {
    return absences.list(host.id()).stream().map(AbsenceTranslation::toApi).toList();
  }

  @Override
  protected Optional<ApiAbsence> find(Host host, UUID id) {
    return absences.find(host.id(), id).map(AbsenceTranslation::toApi);
  }

  @Override
  protected ApiAbsence add(Host host, Fields body) {
    return AbsenceTranslation.toApi(
        absences.add(AbsenceTranslation.read(body, Ids.next(), host.id())));
  }

  @Override
  protected Optional<ApiAbsence> replace(Host host, UUID id, Fields body) {
    return switch (absences.replace(AbsenceTranslation.read(body, id, host.id()))) {
      case Outcome.Saved saved -> Optional.of(AbsenceTranslation.toApi(saved));
      case Outcome.NotFound() -> Optional.empty();
    };
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return absences.delete(host.id(), id);
  }
}
