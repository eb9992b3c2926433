package org.meetwright.core.holiday;

/// A country or a region that has public holidays of its own.
///
/// @param code of a country, that of ISO 3166, such as `DE`; of a region, such as `BY`, or `BY-AG`
///   for one within a region
/// @param name what people call it, in the language that was asked for
public record HolidayRegion(String code, String name) {}
