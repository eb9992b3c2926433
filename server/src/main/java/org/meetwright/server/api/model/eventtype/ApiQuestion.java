package org.meetwright.server.api.model.eventtype;

import java.util.List;
import java.util.UUID;

/// A question to the invitee, as the API shows it.
///
/// @param kind text, longText, oneOf, manyOf, yesNo, phone or number
/// @param options what can be chosen; empty unless it is oneOf or manyOf
public record ApiQuestion(
    UUID id, String label, String kind, boolean required, List<String> options) {}
