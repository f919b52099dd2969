package app

// Screens is every screen of the program, for tests that go through all of them.
var Screens = screens
