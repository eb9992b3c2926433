package org.meetwright.desktop.demo;

/// Those who book with the host of the made-up data.
enum Person {
  MARY("Mary Somerville", "mary@example.com", "Europe/London"),
  CHARLES("Charles Babbage", "charles@example.com", "Europe/London"),
  SOPHIA("Sophia De Morgan", "sophia@example.com", "Europe/Paris"),
  GRACE("Grace Hopper", "grace@example.com", "America/New_York"),
  KATHERINE("Katherine Johnson", "katherine@example.com", "America/New_York"),
  EMMY("Emmy Noether", "emmy@example.com", "Europe/Berlin"),
  ALAN("Alan Turing", "alan@example.com", "Europe/London"),
  CAROLINE("Caroline Herschel", "caroline@example.com", "Europe/Berlin"),
  FATIMA("Fatima al-Fihri", "fatima@example.com", "Africa/Casablanca"),
  JEAN("Jean Bartik", "jean@example.com", "America/Chicago"),
  HEDY("Hedy Lamarr", "hedy@example.com", "Europe/Vienna");

  private final String fullName;
  private final String email;
  private final String zone;

  Person(String fullName, String email, String zone) {
    this.fullName = fullName;
    this.email = email;
    this.zone = zone;
  }

  String fullName() {
    return fullName;
  }

  String email() {
    return email;
  }

  String zone() {
    return zone;
  }
}
