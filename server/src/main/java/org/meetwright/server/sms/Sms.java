package org.meetwright.server.sms;

import org.meetwright.core.phone.PhoneNumber;

/// An SMS to be sent.
///
/// @param id the same at every attempt and no other SMS's, in ASCII
public record Sms(String id, PhoneNumber to, String text) {}
