package org.meetwright.core.news;

import java.time.Instant;
import java.util.UUID;

/// Something that happened.
///
/// @param number rises by one with each that happens to the host
/// @param subjectId what it is about, see [NewsKind#subject]
public record NewsItem(long number, NewsKind kind, UUID subjectId, Instant at) {}
