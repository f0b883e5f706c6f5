from hypothesis import settings

settings.register_profile("graph", deadline=None)  # the first example reads the countries: seconds
settings.load_profile("graph")
