package org.meetwright.server.mail;

import jakarta.mail.internet.MimeMessage;

/// A mail, ready to be sent.
///
/// @param name the same at every attempt and no other mail's, fit for a file name
/// @param message with all its headers
record OutgoingMail(String name, MimeMessage message) {}
