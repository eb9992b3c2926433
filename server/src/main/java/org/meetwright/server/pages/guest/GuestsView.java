package org.meetwright.server.pages.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;

/// The page that asks whether guests are to be invited.
///
/// Wide: the template reads each of them by its name.
///
/// @param name what is met for
/// @param guests their addresses
/// @param action where the form goes
/// @param back the booking
/// @param notice what has to be said first; null for nothing
/// @param proof that the form was made here
public record GuestsView(
    Shell shell,
    String name,
    String date,
    String times,
    List<String> guests,
    String action,
    String back,
    @Nullable String notice,
    String proof) {}
