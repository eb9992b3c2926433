package org.meetwright.server.api.slot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.api.eventtype.ApiChangePolicy;
import org.meetwright.server.api.eventtype.ApiLocation;
import org.meetwright.server.api.eventtype.ApiQuestion;
import org.meetwright.server.api.host.ApiHost;

/// An event type, as the API tells it to everybody: what the booking page shows.
///
/// @param active false if it is switched off: nothing can be booked
/// @param hosts the host, or all members of the team
public record ApiOffer(
    String slug,
    String name,
    String description,
    int durationMinutes,
    String color,
    @Nullable ApiLocation location,
    List<ApiQuestion> questions,
    int seats,
    boolean requiresApproval,
    boolean active,
    boolean requiresLink,
    boolean confirmEmail,
    String guests,
    ApiChangePolicy cancellationPolicy,
    ApiChangePolicy reschedulePolicy,
    List<ApiHost.Name> hosts) {

  static ApiOffer of(EventType type, Bookable who) {
    return new ApiOffer(
        type.slug(),
        type.name(),
        type.listing().description(),
        type.timing().durationMinutes(),
        type.listing().color(),
        ApiLocation.of(type.location()),
        type.questions().stream().map(ApiQuestion::of).toList(),
        type.seats(),
        type.policies().requiresApproval(),
        type.active(),
        type.policies().requiresLink(),
        type.policies().confirmEmail(),
        type.policies().guests().word(),
        ApiChangePolicy.of(type.policies().cancellation()),
        ApiChangePolicy.of(type.policies().reschedule()),
        who.hosts().stream().map(ApiHost.Name::of).toList());
  }
}
