package org.meetwright.server.pages.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.ChallengeView;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.picker.OtherTime;

/// The page that asks whether a booking is to be cancelled or moved.
///
/// Wide: the template reads each of them by its name.
///
/// @param newDate the date it would move to; empty when cancelling
/// @param start what is sent; empty when cancelling
/// @param others times that are free instead; empty if the new one still is
/// @param back where nothing has happened yet
/// @param reasonRequired whether he has to say why
/// @param reason what was typed
/// @param error what is wrong with the reason; null if nothing is
/// @param notice what has to be said first; null for nothing
/// @param proof that the form was made here
/// @param challenge what has to be solved first; null if nothing has
public record ChangeView(
    Shell shell,
    BookingView booking,
    String action,
    String newDate,
    String newTimes,
    String start,
    List<OtherTime> others,
    String back,
    boolean reasonRequired,
    String reason,
    @Nullable String error,
    @Nullable String notice,
    String proof,
    @Nullable ChallengeView challenge) {}
