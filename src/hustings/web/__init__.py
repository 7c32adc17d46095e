"""The desk on the web: the same pages as the site of files, each made when it is asked for."""
