"""The blueprint that the views of this folder hang on."""

from flask import Blueprint

from survey.extensions import without_csrf

blueprint = without_csrf(Blueprint("respond", __name__))
