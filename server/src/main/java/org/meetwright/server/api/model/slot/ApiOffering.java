package org.meetwright.server.api.model.slot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.eventtype.ApiChangePolicy;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import org.meetwright.server.api.model.host.ApiHostName;

/// An offering, as the API shows it to everyone: the same as the booking page.
///
/// Wide: it is as flat as its JSON object.
///
/// @param durationMinutes the length if nobody asks for another
/// @param durationsMinutes all lengths that are offered, ascending
/// @param locations where it can take place; the invitee chooses one if there are several
/// @param active false if it is switched off: nothing can be booked
/// @param hosts the host, or all members of the team
public record ApiOffering(
    String slug,
    String name,
    String description,
    int durationMinutes,
    List<Integer> durationsMinutes,
    String color,
    @Nullable ApiLocation location,
    List<ApiLocation> locations,
    List<ApiQuestion> questions,
    int seats,
    boolean requiresApproval,
    boolean active,
    boolean requiresLink,
    boolean confirmEmail,
    String guests,
    ApiChangePolicy cancellationPolicy,
    ApiChangePolicy reschedulePolicy,
    List<ApiHostName> hosts) {}
